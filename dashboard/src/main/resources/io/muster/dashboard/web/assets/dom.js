/** Small helpers to build elements and to change what stands there, without building it anew. */

/**
 * An element. Attributes that are null or false are left out; `on…` are listeners.
 * @param {string} tag
 * @param {Object<string, any>} [attributes]
 * @param {...(Node|string|null)} children
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else setAttribute(node, name, value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** Like {@link el}, for SVG. */
export function svg(tag, attributes = {}) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

/** Sets an attribute only where it differs; null and false take it away. */
export function setAttribute(node, name, value) {
  if (value === null || value === undefined || value === false) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value === true ? '' : value);
}

/** Changes the text of a node in place. */
export function setText(node, text) {
  if (node.textContent === text) return;
  if (node.firstChild?.nodeType === Node.TEXT_NODE && !node.firstChild.nextSibling) node.firstChild.data = text;
  else node.textContent = text;
}

/**
 * Shows a figure: its text, the raw value in `data-value`, and a short glow where it was another before.
 * @param {HTMLElement} node
 * @param {number|string|null} value
 * @param {string} text as the reader writes it
 */
export function setFigure(node, value, text) {
  const raw = value === null || value === undefined ? '' : String(value);
  const before = node.dataset.value;
  setText(node, text);
  if (before === raw) return;
  node.dataset.value = raw;
  if (before !== undefined) glow(node);
}

let isQuiet = false;

/** Shows figures without a glow: another view is opened, nothing happened. */
export function quietly(show) {
  isQuiet = true;
  try {
    show();
  } finally {
    isQuiet = false;
  }
}

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the reader wants things to stay still. */
export const isCalm = () => calm.matches;

function glow(node) {
  if (isQuiet || isCalm() || document.hidden) return;
  node.animate([{ backgroundColor: 'var(--glow)' }, { backgroundColor: 'transparent' }], { duration: 1600, easing: 'ease-out' });
}

/**
 * Brings the children of a list in line with items, keeping the node of each key.
 * @template T
 * @param {Element} list
 * @param {T[]} items
 * @param {(item: T) => string} keyOf
 * @param {(item: T) => Element} create
 * @param {(node: any, item: T) => void} update
 */
export function keyed(list, items, keyOf, create, update) {
  const known = new Map([...list.children].map((node) => [node.dataset.key, node]));
  const nodes = items.map((item) => {
    const key = keyOf(item);
    const node = known.get(key) ?? create(item);
    node.dataset.key = key;
    known.delete(key);
    update(node, item);
    return node;
  });
  for (const node of known.values()) node.remove();
  putInOrder(list, nodes);
}

/** Puts the children of a list into an order; the focus stays where it is. */
export function putInOrder(list, nodes) {
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  nodes.forEach((node, index) => list.children[index] !== node && list.insertBefore(node, list.children[index] ?? null));
  if (focused && document.activeElement !== focused) focused.focus({ preventScroll: true });
}
