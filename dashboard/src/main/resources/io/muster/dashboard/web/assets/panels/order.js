/** Orders rows as the server does; a "-" before the sort key reverses it. Rows without a value always come last. */
import { locale, nameOf } from '../i18n.js';

const KEYS = {
  count: (row) => -row.enrolled,
  rate: (row) => (row.attainmentPercent === null ? null : -row.attainmentPercent),
  gap: (row) => row.gap,
};

/** @returns {object[]} a sorted copy */
export function sorted(rows, sort) {
  const sign = sort.startsWith('-') ? -1 : 1;
  const key = KEYS[sort.replace(/^-/, '')];
  const byName = (a, b) => nameOf(a).localeCompare(nameOf(b), locale()) || (a.areaId < b.areaId ? -1 : 1);
  if (!key) return [...rows].sort((a, b) => sign * byName(a, b));
  return [...rows].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a, b);
    return sign * (x - y) || byName(a, b);
  });
}
