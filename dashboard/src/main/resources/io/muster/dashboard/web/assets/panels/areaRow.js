/** One row of the table of areas. Built once; `show` changes only what differs. */
import { el, setAttribute, setFigure, setText } from '../dom.js';
import { number, percent, signed, wanted } from '../format.js';
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
  const fields = new Map();
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
    cell('gap', figure('gap'), small('row.expected', figure('expected'))));

  return {
    node,
    show(row, scale, campaign) {
      setText(link, nameOf(row));
      setAttribute(link, 'href', linkTo({ campaign, area: areaId }));
      showStatus(chip, row.status === 'ON_TRACK' ? null : row.status);
      setAttribute(node, 'data-status', row.status);
      bar.show(row, scale);
      spark.show(row.recentDays);
      for (const [field, where] of fields) setFigure(where, row[field], text(field, row[field]));
      node.querySelectorAll('small').forEach((small) => (small.hidden = row.target === null));
    },
  };
}

function cell(column, ...content) {
  return el('td', { role: 'cell', class: `column-${column}`, 'data-label': t(`column.${column}`) }, ...content);
}

/** A remark in small letters: a phrase with the figure in place of "#". */
function small(phrase, figure) {
  const [before, after] = t(phrase).split('#');
  return el('small', {}, before, figure, after);
}

function text(field, value) {
  if (field === 'attainmentPercent') return percent(value);
  return field === 'gap' ? signed(value) : number(wanted(value));
}
