/** Corrections, which explain falling totals: today in the whole campaign, and by day in the opened area. */
import { el, keyed, setAttribute, setFigure, setText } from '../dom.js';
import { date, number, signed } from '../format.js';
import { nameOf, t } from '../i18n.js';

const KINDS = ['movedWithin', 'movedIn', 'movedOut', 'withdrawn', 'restored', 'dayChanged'];
const COLUMNS = [...KINDS, 'net'];

export function correctionsPanel(root) {
  const words = el('p', { 'data-corrections': true, title: t('corrections.counted') });
  const body = el('tbody');
  const title = el('summary');
  const heads = ['date', ...COLUMNS].map((column) => el('th', { scope: 'col', title: t('corrections.counted') }, t(`corrections.${column}`)));
  const scroll = el('div', { class: 'scroll', tabindex: '0', role: 'group' },
    el('table', { class: 'figures' }, el('thead', {}, el('tr', {}, ...heads)), body));
  const table = el('details', {}, title, scroll);
  root.append(words, table);
  return ({ area, campaign, corrections }) => {
    if (!campaign?.corrections || !campaign.root) return;
    setText(words, inWords(campaign));
    table.hidden = !corrections?.days.length;
    if (table.hidden) return;
    const label = t('corrections.table', { area: nameOf(area) });
    setText(title, label);
    setAttribute(scroll, 'aria-label', label);
    keyed(body, corrections.days, (day) => day.date, create, update);
  };
}

function inWords({ corrections, root }) {
  const day = date(corrections.date);
  const kinds = KINDS.filter((kind) => corrections[kind]).map((kind) => t(`corrections.${kind}Words`, { n: corrections[kind], root: nameOf(root) }));
  if (!kinds.length) return t('corrections.none', { day });
  return t('corrections.words', { day, kinds: kinds.join('; '), net: signed(corrections.net) });
}

function create(day) {
  return el('tr', {}, el('th', { scope: 'row' }, date(day.date)), ...COLUMNS.map((column) => el('td', { 'data-field': column })));
}

function update(node, day) {
  COLUMNS.forEach((column, index) => setFigure(node.children[index + 1], day[column], column === 'net' ? signed(day[column]) : number(day[column])));
}
