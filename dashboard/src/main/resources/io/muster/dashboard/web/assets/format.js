/** Formats numbers, days and times in the reader's language. Input days are `2023-05-18`, times ISO 8601 in UTC. */
import { language, locale, t } from './i18n.js';

export const NONE = '–';
const DAY = 86_400_000;
const formats = new Map();

function format(Kind, options) {
  const key = locale() + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Kind(locale(), options));
  return formats.get(key);
}

const isNone = (value) => value === null || value === undefined;

/** 1928 → 1.928 */
export const number = (value) => (isNone(value) ? NONE : format(Intl.NumberFormat, { maximumFractionDigits: 2 }).format(value));

/** A projection in whole persons, rounded down: just short of the target is not reached. Null stays null. */
export const whole = (value) => (isNone(value) ? null : Math.floor(value));

/** 0.4285 → 0,4: a small mean must not become 0. */
export const mean = (value) => (isNone(value) ? NONE : format(Intl.NumberFormat, { maximumFractionDigits: 1 }).format(value));

/** Planned persons, rounded up to whole persons. Null stays null. */
export const wanted = (value) => (isNone(value) ? null : Math.ceil(value));

/** Persons ahead of the plan, negative if behind; null without a target. */
export const gap = ({ enrolled, expectedPersons }) => (isNone(expectedPersons) ? null : enrolled - expectedPersons);

/** −12, 0 or +12 */
export const signed = (value) => (isNone(value) ? NONE : format(Intl.NumberFormat, { signDisplay: 'exceptZero' }).format(value).replace('-', '−'));

/**
 * A percentage, rounded half-up, but 100 only if the target is reached, and 0 only if the count is 0. Null without a
 * target.
 */
export function share(part, whole, digits = 2) {
  if (isNone(part) || !whole) return null;
  const unit = 10 ** digits;
  const rounded = Math.round((part * 100 * unit) / whole);
  if (part < whole && rounded >= 100 * unit) return 100 - 1 / unit;
  return part > 0 ? Math.max(rounded, 1) / unit : rounded / unit;
}

/** 1928 of 3285 → 58,69% */
export const percent = (part, whole, digits = 2) => {
  const value = share(part, whole, digits);
  return isNone(value)
    ? NONE
    : format(Intl.NumberFormat, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value / 100);
};

/** A day as days since 1970. */
export const dayNumber = (day) => Math.round(Date.parse(day) / DAY);

/** The day of days since 1970. */
export const dayOf = (days) => new Date(days * DAY).toISOString().slice(0, 10);

const MONTH = () => (language() === 'vi' ? 'numeric' : 'short');

/** 18/5/2023, 18 May 2023 */
export const date = (day) =>
  isNone(day) ? NONE : format(Intl.DateTimeFormat, { day: 'numeric', month: MONTH(), year: 'numeric', timeZone: 'UTC' }).format(Date.parse(day));

/** 18/5, 18 May */
export const shortDate = (day) =>
  isNone(day) ? NONE : format(Intl.DateTimeFormat, { day: 'numeric', month: MONTH(), timeZone: 'UTC' }).format(Date.parse(day));

/** 23:03:09, in a time zone */
export const time = (instant, timeZone) =>
  isNone(instant) ? NONE : format(Intl.DateTimeFormat, { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: timeZone ?? undefined }).format(Date.parse(instant));

/** 23:03 ngày 18/5/2023; 23:03, 18 May 2023; in a time zone */
export function dateTime(instant, timeZone) {
  if (isNone(instant)) return NONE;
  const at = Date.parse(instant);
  return t('dateTime', {
    time: format(Intl.DateTimeFormat, { hour: '2-digit', minute: '2-digit', timeZone: timeZone ?? undefined }).format(at),
    day: format(Intl.DateTimeFormat, { day: 'numeric', month: MONTH(), year: 'numeric', timeZone: timeZone ?? undefined }).format(at),
  });
}

/** E.g. "3 seconds ago". */
export function ago(seconds) {
  const past = Math.max(0, Math.round(seconds));
  const words = format(Intl.RelativeTimeFormat, { numeric: 'always' });
  if (past < 90) return words.format(-past, 'second');
  if (past < 5400) return words.format(-Math.round(past / 60), 'minute');
  if (past < 129_600) return words.format(-Math.round(past / 3600), 'hour');
  return words.format(-Math.round(past / 86_400), 'day');
}
