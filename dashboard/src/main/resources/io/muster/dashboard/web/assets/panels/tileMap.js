/** A tile map: one tile per area with a position, coloured and labelled by attainment. */
import { el, keyed, setAttribute, setText } from '../dom.js';
import { percent, share } from '../format.js';
import { nameOf, t } from '../i18n.js';
import { linkTo } from '../route.js';

/** Lower bound of each shade, in percent of the target. */
const SHADES = [0, 25, 50, 75, 100];

export function tileMapPanel(root) {
  const map = el('ul', { class: 'tiles', 'aria-labelledby': 'map-title' });
  const scale = el('ul', { class: 'shades', 'aria-label': t('map.scale') }, ...SHADES.map((from, shade) =>
    el('li', {}, el('span', { class: 'shade', 'data-shade': String(shade), 'aria-hidden': 'true' }), shadeName(shade))));
  root.append(el('h2', { id: 'map-title' }, t('map.title')), map, scale);
  return ({ rows, campaign }) => {
    const placed = [...rows.values()].filter((row) => row.tile);
    root.hidden = !placed.length;
    const left = Math.min(...placed.map((row) => row.tile.column));
    const top = Math.min(...placed.map((row) => row.tile.row));
    keyed(map, placed.sort((a, b) => a.tile.row - b.tile.row || a.tile.column - b.tile.column), (row) => row.areaId, create, (node, row) => {
      node.style.gridColumn = String(row.tile.column - left + 1);
      node.style.gridRow = String(row.tile.row - top + 1);
      update(node.firstChild, row, campaign.campaignId);
    });
  };
}

function create(row) {
  return el('li', {}, el('a', { class: 'tile', 'data-tile': row.areaId }, el('span', { class: 'tile-name' }), el('span', { class: 'tile-figure' })));
}

function update(tile, row, campaign) {
  const attained = share(row.enrolled, row.target);
  const shade = attained === null ? null : SHADES.findLastIndex((from) => attained >= from);
  setAttribute(tile, 'data-shade', shade);
  setAttribute(tile, 'href', linkTo({ campaign, area: row.areaId }));
  setText(tile.firstChild, nameOf(row));
  setText(tile.lastChild, percent(row.enrolled, row.target, 1));
  setAttribute(tile.lastChild, 'data-value', row.attainmentPercent);
}

function shadeName(shade) {
  return shade ? `≥ ${percent(SHADES[shade], 100, 0)}` : `< ${percent(SHADES[1], 100, 0)}`;
}
