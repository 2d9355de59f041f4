/** One row of the area table. Built once; `show` updates it in place. */
import { el, setAttribute, setFigure, setText } from '../dom.js';
import { gap, number, percent, signed } from '../format.js';
import { nameOf, t } from '../i18n.js';
import { linkTo } from '../route.js';
import { showStatus } from './headline.js';
import { progressBar } from './progressBar.js';
import { sparkline } from './sparkline.js';

/** @param {string} areaId */
export function areaRow(areaId) {
  const link = el('a', { 'data-open': areaId });
  const chip = el('span', { class: 'chip', 'data-field': 'status' });
  const bar = progressBar();
  const spark = sparkline();
  /** @type {Map<string, HTMLElement>} */
  const fields = new Map();
  /** @type {(field: string, tag?: 'span'|'strong') => HTMLElement} */
  const figure = (field, tag = 'span') => {
    const node = el(tag, { 'data-field': field });
    fields.set(field, node);
    return node;
  };
  const node = el('tr', { role: 'row', 'data-area': areaId, onclick: (event) => {
    if (!event.target.closest('a') && !getSelection().toString()) link.click();
  } },
    cell('rank', figure('rankByCount')),
    el('th', { role: 'rowheader', scope: 'row', class: 'column-name' }, link, chip),
    cell('progress', bar.node),
    cell('enrolled', figure('enrolled', 'strong')),
    cell('target', figure('target')),
    cell('attainment', figure('attainmentPercent'), small('row.rateRank', figure('rankByAttainment'))),
    cell('today', figure('today')),
    cell('last7Days', spark.node, figure('last7Days')),
    cell('gap', figure('gap'), small('row.expected', figure('expectedPersons'))));

  return {
    node,
    show(row, scale, campaign) {
      setText(link, nameOf(row));
      setAttribute(link, 'href', linkTo({ campaign, area: areaId }));
      showStatus(chip, row.status === 'ON_TRACK' ? null : row.status);
      setAttribute(node, 'data-status', row.status);
      bar.show(row, scale);
      spark.show(row.recentDays);
      for (const [field, where] of fields) setFigure(where, row[field], text(field, row));
      node.querySelectorAll('small').forEach((small) => (small.hidden = row.target === null));
    },
  };
}

function cell(column, ...content) {
  return el('td', { role: 'cell', class: `column-${column}`, 'data-label': t(`column.${column}`) }, ...content);
}

/** A remark in small print: a phrase with the figure in place of "#". */
function small(phrase, figure) {
  const [before, after] = t(phrase).split('#');
  return el('small', {}, before, figure, after);
}

function text(field, row) {
  if (field === 'attainmentPercent') return percent(row.enrolled, row.target);
  if (field === 'gap') return signed(gap(row));
  // areas without participants would all share the first rank
  return number(field.startsWith('rank') && !row.enrolled ? null : row[field]);
}

/** Counts stated for the opened area itself, so that the rows add up to its figures. */
export function ownRow() {
  const name = el('th', { role: 'rowheader', scope: 'row', class: 'column-name' });
  const figures = new Map(['enrolled', 'today', 'last7Days'].map((field) => [field, el('span', { 'data-field': field })]));
  const node = el('tr', { role: 'row', class: 'own', 'data-own': true }, cell('rank'), name, cell('progress'), cell('enrolled', figures.get('enrolled')),
    cell('target'), cell('attainment'), cell('today', figures.get('today')),
    cell('last7Days', figures.get('last7Days')), cell('gap'));
  return {
    node,
    /** @returns {boolean} whether there is anything to show */
    show(area) {
      const { own } = area;
      setText(name, t('row.own', { area: nameOf(area) }));
      for (const [field, where] of figures) setFigure(where, own[field], number(own[field]));
      return Boolean(own.enrolled || own.today || own.last7Days);
    },
  };
}
