/** The URL of the current view: `#/campaign/area?sort=rate&lang=vi`. Views can be linked and Back works. */

export const SORTS = ['count', 'rate', 'gap', 'name'];
let listener = () => {};

/** @returns {{campaign: string|null, area: string|null, sort: string, lang: string|null}} */
export function route() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  const [campaign, area] = path.split('/').map(decoded);
  const parameters = new URLSearchParams(query);
  const sort = parameters.get('sort') ?? '';
  return {
    campaign: campaign || null,
    area: area || null,
    sort: SORTS.includes(sort.replace(/^-/, '')) ? sort : 'count',
    lang: parameters.get('lang'),
  };
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The URL of the current view with these changes. */
export function linkTo(changes) {
  const next = { ...route(), ...changes };
  const path = [next.campaign, next.area].filter(Boolean).map(encodeURIComponent).join('/');
  const parameters = new URLSearchParams();
  if (next.sort !== 'count') parameters.set('sort', next.sort);
  if (next.lang) parameters.set('lang', next.lang);
  const query = parameters.toString();
  return `#/${path}${query ? `?${query}` : ''}`;
}

/** Opens another view, with a history entry. */
export function go(changes) {
  location.hash = linkTo(changes);
}

/** Changes the presentation of the view, without a history entry. */
export function adjust(changes) {
  history.replaceState(history.state, '', linkTo(changes));
  listener();
}

/** @param {() => void} listen called on every change */
export function onRoute(listen) {
  listener = listen;
  window.addEventListener('hashchange', () => listener());
}
