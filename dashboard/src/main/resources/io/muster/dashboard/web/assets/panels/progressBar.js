/** A bar of enrolled against target, with a mark for where the plan wants it to be by now. */
import { el, setAttribute } from '../dom.js';
import { percent, signed } from '../format.js';
import { t } from '../i18n.js';

/** @returns {{node: HTMLElement, show: (row: object, scale?: number) => void}} `scale`: percent at the end of the bar */
export function progressBar() {
  const fill = el('span', { class: 'fill' });
  const plan = el('span', { class: 'plan' });
  const goal = el('span', { class: 'goal' });
  const node = el('div', { class: 'bar', role: 'img' }, fill, plan, goal);
  return {
    node,
    show(row, scale = Math.max(100, row.attainmentPercent ?? 0)) {
      const attained = row.attainmentPercent;
      const expected = row.target ? (100 * row.expected) / row.target : null;
      place(fill, 'width', Math.min(attained ?? 0, scale), scale);
      plan.hidden = expected === null;
      place(plan, 'left', Math.min(expected ?? 0, scale), scale);
      goal.hidden = attained === null || scale <= 100;
      place(goal, 'left', 100, scale);
      setAttribute(node, 'data-status', row.status);
      setAttribute(node, 'aria-label', attained === null ? t('bar.noTarget') : t('bar.label', { attained: percent(attained), gap: signed(row.gap) }));
    },
  };
}

function place(node, property, value, scale) {
  const share = `${Math.round((10_000 * value) / scale) / 100}%`;
  if (node.style[property] !== share) node.style[property] = share;
}
