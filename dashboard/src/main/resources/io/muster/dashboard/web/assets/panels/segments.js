/** Participants by gender, age, occupation and income. */
import { el, keyed, setFigure, setText } from '../dom.js';
import { number, percent, share } from '../format.js';
import { t, word } from '../i18n.js';

export function segmentsPanel(root) {
  const none = el('p', { class: 'quiet' }, t('segments.none'));
  const list = el('div', { class: 'dimensions' });
  root.append(none, list);
  return ({ segments }) => {
    if (!segments) return;
    const told = segments.dimensions.filter(({ values }) => values.length);
    none.hidden = Boolean(told.length);
    keyed(list, told, (one) => one.dimension, createTable, (table, { values }) => {
      const all = values.reduce((sum, { enrolled }) => sum + enrolled, 0);
      keyed(table.tBodies[0], values, (one) => one.value, createRow, (row, segment) => updateRow(row, segment, all));
    });
  };
}

/** @param {{dimension: string, values: any[]}} segments */
function createTable({ dimension }) {
  return el('table', { class: 'segment', 'data-dimension': dimension }, el('caption', {}, word('dimension', dimension)),
    el('thead', { class: 'unseen' }, el('tr', {}, ...['value', 'share', 'enrolled', 'percent'].map((column) => el('th', { scope: 'col' }, t(`segments.${column}`))))),
    el('tbody'));
}

/** @param {{value: string, enrolled: number, percent: number|null}} segment */
function createRow({ value }) {
  return el('tr', { 'data-segment': value }, el('th', { scope: 'row' }), el('td', { class: 'share' }, el('span', { class: 'share-bar' })),
    el('td', { class: 'figure' }), el('td', { class: 'figure' }));
}

function updateRow(row, { value, enrolled, percent: published }, all) {
  const [name, bar, count, part] = row.children;
  setText(name, valueName(value));
  bar.firstChild.style.width = `${share(enrolled, all) ?? 0}%`;
  setFigure(count, enrolled, number(enrolled));
  setFigure(part, published, percent(enrolled, all, 1));
}

/** Well-known values have translated names; age bands are parsed. */
function valueName(value) {
  const age = /^(\d+)-(\d+)$/.exec(value);
  if (age) return t('segment.ages', { from: age[1], to: age[2] });
  const old = /^(\d+)\+$/.exec(value);
  return old ? t('segment.agesFrom', { from: old[1] }) : word('segment', value);
}
