/** Leading areas by count and by rate: by level at the root of the campaign, elsewhere among the areas below. */
import { el, keyed, setAttribute, setFigure, setText } from '../dom.js';
import { number, percent } from '../format.js';
import { labelOf, t, word } from '../i18n.js';
import { linkTo } from '../route.js';
import { sorted } from './order.js';

const SHOWN = 5;

export function leadersPanel(root, { redraw }) {
  let level = null;
  const levels = el('div', { class: 'segmented', role: 'group', 'aria-label': t('leaders.level') });
  const lists = new Map(['byCount', 'byAttainment'].map((by) => [by, el('ol', { class: 'leaders', 'data-leaders': by })]));
  root.append(el('div', { class: 'card-head' }, el('h2', { id: 'leaders-title' }, t('leaders.title')), levels),
    el('div', { class: 'pair' }, ...[...lists].map(([by, list]) => el('div', {}, el('h3', {}, t(`leaders.${by}`)), list))));

  return ({ area, campaign, rows }) => {
    if (!area) return;
    const isRoot = area.areaId === campaign.rootAreaId;
    const groups = isRoot ? campaign.leaders : [amongst([...rows.values()])];
    const group = groups.find((one) => one.level === level) ?? groups[0];
    root.hidden = !group?.byCount.length;
    if (root.hidden) return;
    levels.hidden = groups.length < 2;
    keyed(levels, groups, (one) => one.level,
      (one) => el('button', { type: 'button', onclick: () => {
        level = one.level;
        redraw('campaign');
      } }, word('level', one.level)),
      (node, one) => setAttribute(node, 'aria-pressed', String(one === group)));
    for (const [by, list] of lists) {
      keyed(list, group[by].slice(0, SHOWN), (one) => one.areaId, create, (node, one) => update(node, one, by, campaign.campaignId));
    }
  };
}

function amongst(rows) {
  const ranked = (sort, rank) => sorted(rows, sort).map((row) => ({ ...row, rank: row[rank] }));
  return {
    level: rows[0]?.level,
    byCount: ranked('count', 'rankByCount').filter((row) => row.enrolled),
    byAttainment: ranked('rate', 'rankByAttainment').filter((row) => row.enrolled && row.attainmentPercent !== null),
  };
}

function create(one) {
  return el('li', { 'data-leader': one.areaId }, el('span', { class: 'place' }), el('a'), el('strong'));
}

function update(node, one, by, campaign) {
  const [place, link, figure] = node.children;
  setText(place, number(one.rank));
  setText(link, labelOf(one));
  setAttribute(link, 'href', linkTo({ campaign, area: one.areaId }));
  const isCount = by === 'byCount';
  setFigure(figure, isCount ? one.enrolled : one.attainmentPercent, isCount ? number(one.enrolled) : percent(one.enrolled, one.target));
}
