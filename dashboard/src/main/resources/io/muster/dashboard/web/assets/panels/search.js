/** Searches areas of any level by a part of the name, ignoring diacritics. */
import { area, search } from '../api.js';
import { el, elements, setAttribute } from '../dom.js';
import { number } from '../format.js';
import { nameOf, t, word } from '../i18n.js';
import { linkTo } from '../route.js';

const PAUSE = 180;
const SHOWN = 12;

export function searchPanel(root, { board }) {
  let timer;
  let active = -1;
  const list = el('ul', { id: 'found', class: 'found', role: 'listbox', 'aria-label': t('search'), hidden: true });
  const input = el('input', {
    type: 'search', role: 'combobox', placeholder: t('search'), 'aria-label': t('search'), 'aria-expanded': 'false', 'aria-controls': 'found',
    'aria-autocomplete': 'list', autocomplete: 'off', spellcheck: 'false', 'data-search': true,
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(find, PAUSE);
    },
    onkeydown: move,
    onblur: () => close(),
  });
  const said = el('span', { class: 'unseen', role: 'status' });
  root.append(el('span', { class: 'icon icon-search', 'aria-hidden': 'true' }), input, list, said);

  async function find() {
    const q = input.value.trim();
    if (!q || !board.campaign) return close();
    const found = await search(board.campaign.campaignId, q).catch(() => []);
    const shown = found.slice(0, SHOWN);
    await learnParents(shown);
    if (q !== input.value.trim()) return;
    active = -1;
    list.replaceChildren(...shown.map(option));
    if (!found.length) list.append(el('li', { class: 'nothing', role: 'option', 'aria-disabled': 'true' }, t('search.none')));
    said.textContent = t('search.found', { n: found.length });
    list.hidden = false;
    setAttribute(input, 'aria-expanded', 'true');
  }

  /** Fetches missing parents: many communes share a name, and the parent tells them apart. */
  async function learnParents(found) {
    found.forEach((row) => board.names.set(row.areaId, row));
    const unknown = new Set(found.map((row) => row.parentId).filter((id) => id && !board.names.has(id)));
    const learn = async (id) => board.names.set(id, await area(board.campaign.campaignId, id));
    await Promise.allSettled([...unknown].map(learn));
  }

  function option(row, index) {
    const parent = board.names.get(row.parentId);
    const where = [word('kind', row.kind), parent && nameOf(parent)].filter(Boolean).join(' · ');
    return el('li', { id: `found-${index}`, role: 'option', 'aria-selected': 'false', 'data-found': row.areaId, onmousedown: (event) => {
      event.preventDefault();
      open(row.areaId);
    } }, el('strong', {}, nameOf(row)), el('span', {}, where), el('span', { class: 'count' }, number(row.enrolled)));
  }

  function move(event) {
    const options = elements(list).filter((node) => node.dataset.found);
    if (event.key === 'Escape') return close();
    if (list.hidden || !options.length) return;
    if (event.key === 'Enter') return open(options[Math.max(active, 0)].dataset.found);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    active = (active + step + options.length) % options.length;
    options.forEach((node, index) => setAttribute(node, 'aria-selected', String(index === active)));
    setAttribute(input, 'aria-activedescendant', options[active].id);
    options[active].scrollIntoView({ block: 'nearest' });
  }

  function open(areaId) {
    input.value = '';
    close();
    input.blur();
    location.hash = linkTo({ campaign: board.campaign.campaignId, area: areaId });
  }

  function close() {
    list.hidden = true;
    active = -1;
    setAttribute(input, 'aria-expanded', 'false');
    setAttribute(input, 'aria-activedescendant', null);
  }

  return () => {};
}
