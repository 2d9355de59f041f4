/** Helpers that build elements and update them in place. */

/**
 * Creates an element. Attributes that are null or false are left out; `on…` are listeners.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Object<string, any>} [attributes]
 * @param {...(Node|string|null)} children
 * @returns {HTMLElementTagNameMap[T]}
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

/**
 * Like {@link el}, for SVG.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Object<string, any>} [attributes]
 */
export function svg(tag, attributes = {}) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

/**
 * Sets an attribute if it differs; null and false remove it.
 * @param {Element} node
 * @param {string} name
 * @param {any} value
 */
export function setAttribute(node, name, value) {
  if (value === null || value === undefined || value === false) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value === true ? '' : value);
}

/** Updates the text of a node in place. */
export function setText(node, text) {
  if (node.textContent === text) return;
  if (node.firstChild?.nodeType === Node.TEXT_NODE && !node.firstChild.nextSibling) node.firstChild.data = text;
  else node.textContent = text;
}

/**
 * Shows a figure: its text, the raw value in `data-value`, and a short highlight if the value changed.
 * @param {HTMLElement} node
 * @param {number|string|null} value
 * @param {string} text formatted in the reader's language
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

/** Shows figures without a highlight, because another view was opened and no value changed. */
export function quietly(show) {
  isQuiet = true;
  try {
    show();
  } finally {
    isQuiet = false;
  }
}

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the reader prefers reduced motion. */
export const isCalm = () => calm.matches;

function glow(node) {
  if (isQuiet || isCalm() || document.hidden) return;
  node.animate([{ backgroundColor: 'var(--glow)' }, { backgroundColor: 'transparent' }], { duration: 1600, easing: 'ease-out' });
}

/**
 * Updates the children of a list to match the items, reusing the node of each key.
 * @template T
 * @param {Element} list
 * @param {T[]} items
 * @param {(item: T) => string} keyOf
 * @param {(item: T) => HTMLElement} create
 * @param {(node: any, item: T) => void} update
 */
export function keyed(list, items, keyOf, create, update) {
  const known = new Map(elements(list).map((node) => [node.dataset.key, node]));
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

/** The element children of a node. The page has no SVG among them. @returns {HTMLElement[]} */
export const elements = (node) => [...node.children];

/** Reorders the children of a list and preserves the focus. */
export function putInOrder(list, nodes) {
  const active = document.activeElement;
  const focused = active instanceof HTMLElement && list.contains(active) ? active : null;
  nodes.forEach((node, index) => list.children[index] !== node && list.insertBefore(node, list.children[index] ?? null));
  if (focused && document.activeElement !== focused) focused.focus({ preventScroll: true });
}
