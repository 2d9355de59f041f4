/** Delays the reordering of rows while the reader uses them, and animates it. */
import { isCalm, putInOrder } from '../dom.js';

/** A pointer at rest for this long (milliseconds) no longer delays reordering. Wall screens have a pointer, too. */
const IDLE = 15_000;

/**
 * Keeps the children of a list in order.
 * @param {HTMLElement} list
 * @param {() => HTMLElement[]} wanted the children in the order they should have
 */
export function settle(list, wanted) {
  let movedAt = -Infinity;
  let timer = null;
  const isHeld = () => list.matches(':focus-within') || (list.matches(':hover') && performance.now() - movedAt < IDLE);

  list.addEventListener('pointermove', () => (movedAt = performance.now()));
  list.addEventListener('pointerleave', () => later(200));
  list.addEventListener('focusout', () => later(200));

  function later(delay) {
    clearTimeout(timer);
    timer = setTimeout(() => arrange(false), delay);
  }

  /** @param {boolean} isAsked the reader requested this order: reorder at once, without animation */
  function arrange(isAsked) {
    const order = wanted();
    const isInOrder = order.every((node, index) => list.children[index] === node);
    if (isInOrder) return;
    const isFirst = order.every((node) => node.parentNode !== list);
    if (!isAsked && !isFirst && isHeld()) {
      order.filter((node) => node.parentNode !== list).forEach((node) => list.append(node));
      later(IDLE);
      return;
    }
    const before = new Map(order.filter((node) => node.parentNode === list).map((node) => [node, node.offsetTop]));
    putInOrder(list, order);
    if (!isAsked && !isCalm() && !document.hidden) before.forEach((top, node) => slide(node, top - node.offsetTop));
  }

  return { arrange };
}

function slide(node, by) {
  if (by) node.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], { duration: 500, easing: 'ease-in-out' });
}
