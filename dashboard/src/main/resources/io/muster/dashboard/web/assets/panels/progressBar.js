/** A bar of enrolled against target, with a mark for the planned count. */
import { el, setAttribute } from '../dom.js';
import { gap, percent, share, signed } from '../format.js';
import { t } from '../i18n.js';

/** @returns {{node: HTMLElement, show: (row: object, scale?: number) => void}} `scale`: percent at the end of the bar */
export function progressBar() {
  const fill = el('span', { class: 'fill' });
  const plan = el('span', { class: 'plan' });
  const goal = el('span', { class: 'goal' });
  const node = el('div', { class: 'bar', role: 'img' }, fill, plan, goal);
  return {
    node,
    show(row, scale = Math.max(100, share(row.enrolled, row.target) ?? 0)) {
      const attained = share(row.enrolled, row.target);
      const expected = row.target ? (100 * row.expected) / row.target : null;
      place(fill, 'width', Math.min(attained ?? 0, scale), scale, (width) => visibly(width, row, scale));
      plan.hidden = expected === null;
      place(plan, 'left', Math.min(expected ?? 0, scale), scale);
      goal.hidden = attained === null || scale <= 100;
      place(goal, 'left', 100, scale);
      setAttribute(node, 'data-status', row.status);
      setAttribute(node, 'aria-label', attained === null ? t('bar.noTarget') : t('bar.label', { attained: percent(row.enrolled, row.target), gap: signed(gap(row)) }));
    },
  };
}

const partOf = (value, scale) => `${Math.round((10_000 * value) / scale) / 100}%`;

/** A count above 0 is always visible; a count below the target never fills the bar. */
function visibly(width, { enrolled, target }, scale) {
  if (!target || enrolled <= 0) return width;
  return enrolled < target ? `clamp(2px, ${width}, calc(${partOf(100, scale)} - 2px))` : width;
}

function place(node, property, value, scale, adjusted = (part) => part) {
  const part = adjusted(partOf(value, scale));
  if (node.style[property] !== part) node.style[property] = part;
}
