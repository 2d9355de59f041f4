/** The data of the charts as a table, the latest day first. */
import { el, keyed, setAttribute, setFigure, setText } from '../dom.js';
import { date, number, signed } from '../format.js';
import { t } from '../i18n.js';

const COLUMNS = ['enrolled', 'withdrawn', 'cumulative', 'certified', 'adjustment'];

export function dayTablePanel(root) {
  const body = el('tbody');
  const heads = ['date', ...COLUMNS].map((column) => el('th', { scope: 'col' }, t(`day.${column}`)));
  root.append(el('summary', {}, t('day.table')),
    el('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': t('day.table') },
      el('table', { class: 'figures' }, el('thead', {}, el('tr', {}, ...heads)), body)));
  return ({ days }) => days && keyed(body, [...days.days].reverse(), (day) => day.date, create, update);
}

function create(day) {
  return el('tr', { 'data-day': day.date }, el('th', { scope: 'row' }, date(day.date), el('small')),
    ...COLUMNS.map((column) => el('td', { 'data-field': column })));
}

function update(node, day) {
  setText(node.firstChild.lastChild, day.ahead ? t('day.ahead') : day.inPeriod ? '' : t('day.outside'));
  setAttribute(node, 'data-certified', day.certified === null ? null : true);
  COLUMNS.forEach((column, index) => {
    const value = day[column];
    const text = column === 'adjustment' ? signed(value) : number(value);
    setFigure(node.children[index + 1], value, column === 'certified' && value !== null ? `✓ ${text}` : text);
  });
}
