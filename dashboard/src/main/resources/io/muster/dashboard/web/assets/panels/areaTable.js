/** The areas directly below the opened one. Rows are updated in place and reordered only while the reader is not using them. */
import { el, setAttribute, setText } from '../dom.js';
import { share } from '../format.js';
import { t, word } from '../i18n.js';
import { adjust, route } from '../route.js';
import { areaRow, ownRow } from './areaRow.js';
import { sorted } from './order.js';
import { settle } from './settle.js';

/** Columns: field and sort key. */
const COLUMNS = [
  ['rank', null], ['name', 'name'], ['progress', null], ['enrolled', 'count'], ['target', null], ['attainment', 'rate'],
  ['today', null], ['last7Days', null], ['gap', 'gap'],
];
/** The initial direction of a sort. */
const FIRST = { name: 'ascending', count: 'descending', rate: 'descending', gap: 'ascending' };

export function areaTablePanel(root) {
  const title = el('h2', { id: 'areas-title' });
  const total = el('span', { class: 'how-many', 'data-area-count': true });
  const heads = COLUMNS.map(([column, sort]) => head(column, sort));
  const body = el('tbody', { role: 'rowgroup' });
  const own = ownRow();
  const foot = el('tfoot', { role: 'rowgroup' }, own.node);
  const table = el('table', { role: 'table', 'aria-labelledby': 'areas-title' },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...heads)), body, foot);
  const none = el('p', { class: 'quiet' }, t('areas.none'));
  root.append(el('div', { class: 'card-head' }, title, total), table, none);
  const rows = new Map();
  let board;
  const order = settle(body, () => sorted([...board.rows.values()], route().sort).map(({ areaId }) => rows.get(areaId).node));
  let shown = null;

  return (newBoard) => {
    board = newBoard;
    if (!board.area) return;
    const all = [...board.rows.values()];
    setText(title, all.length ? word('areas', all[0].level) : t('areas.below'));
    setText(total, all.length ? String(all.length) : '');
    table.hidden = !all.length;
    none.hidden = Boolean(all.length);
    foot.hidden = !own.show(board.area);
    const scale = Math.min(150, Math.max(100, ...all.map((row) => Math.ceil((share(row.enrolled, row.target) ?? 0) / 10) * 10)));
    for (const [areaId, row] of rows) {
      if (board.rows.has(areaId)) continue;
      row.node.remove();
      rows.delete(areaId);
    }
    for (const data of all) {
      if (!rows.has(data.areaId)) rows.set(data.areaId, areaRow(data.areaId));
      rows.get(data.areaId).show(data, scale, board.campaign.campaignId);
    }
    const { sort } = route();
    heads.forEach((node) => showSort(node, sort));
    const asked = [board.campaign.campaignId, board.area.areaId, sort].join('|');
    order.arrange(asked !== shown);
    shown = asked;
  };
}

function head(column, sort) {
  const label = t(`column.${column}`);
  const content = sort
    ? el('button', { type: 'button', 'data-sort': sort, onclick: () => adjust({ sort: route().sort === sort ? `-${sort}` : sort }) }, label)
    : label;
  return el('th', { role: 'columnheader', scope: 'col', class: `column-${column}`, 'data-column': column }, content);
}

function showSort(node, sort) {
  const offered = node.firstElementChild?.dataset.sort;
  if (!offered) return;
  const isReversed = sort.startsWith('-');
  const other = FIRST[offered] === 'ascending' ? 'descending' : 'ascending';
  const direction = sort.replace(/^-/, '') === offered ? (isReversed ? other : FIRST[offered]) : null;
  setAttribute(node, 'aria-sort', direction);
}
