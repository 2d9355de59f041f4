/** Areas that reached their target, the earliest first. */
import { el, keyed, setAttribute, setText } from '../dom.js';
import { date } from '../format.js';
import { labelOf, t, word } from '../i18n.js';
import { linkTo } from '../route.js';

/** Number of areas shown initially; the others on demand. */
const SHOWN = 8;

export function completedPanel(root) {
  const count = el('p', { class: 'caption', 'data-completed-count': true });
  const first = el('ul', { class: 'completed' });
  const rest = el('ul', { class: 'completed' });
  const summary = el('summary');
  const more = el('details', {}, summary, rest);
  root.append(count, first, more);
  return ({ area, campaign, rows }) => {
    if (!area) return;
    const isRoot = area.areaId === campaign.rootAreaId;
    root.closest('.card').hidden = !isRoot && !rows.size;
    const all = isRoot ? firstOf(campaign) : below(rows);
    const n = isRoot ? campaign.completed.reduce((sum, level) => sum + level.count, 0) : all.length;
    setText(count, n ? t('completed.count', { n }) : t('completed.none'));
    fill(first, all.slice(0, SHOWN), campaign);
    fill(rest, all.slice(SHOWN), campaign);
    more.hidden = all.length <= SHOWN;
    setText(summary, t('completed.more', { n: all.length - SHOWN }));
  };
}

/** Higher levels first: a completed district matters more than its communes. */
const firstOf = ({ completed }) => completed.flatMap(({ level, first }) => first.map((one) => ({ ...one, level })));

const below = (rows) => [...rows.values()].filter((row) => row.completedOn).sort((a, b) => (a.completedOn < b.completedOn ? -1 : 1));

function fill(list, some, campaign) {
  keyed(list, some, (one) => one.areaId,
    (one) => el('li', { 'data-completed': one.areaId }, el('span', { class: 'icon icon-COMPLETED', 'aria-hidden': 'true' }), el('a'), el('small'), el('time')),
    (node, one) => {
      const [, link, level, day] = node.children;
      setText(link, labelOf(one));
      setAttribute(link, 'href', linkTo({ campaign: campaign.campaignId, area: one.areaId }));
      setText(level, word('level', one.level));
      setText(day, date(one.completedOn));
      setAttribute(day, 'datetime', one.completedOn);
    });
}
