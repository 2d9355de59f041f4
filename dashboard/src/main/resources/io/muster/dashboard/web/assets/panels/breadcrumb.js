/** The path from the root of the campaign to the opened area. */
import { el } from '../dom.js';
import { nameOf } from '../i18n.js';
import { linkTo } from '../route.js';

export function breadcrumbPanel(root) {
  return ({ area, campaign }) => {
    const path = area?.path ?? [];
    root.hidden = path.length < 2;
    root.replaceChildren(el('ol', {}, ...path.map((step, index) => {
      const isHere = index === path.length - 1;
      const href = linkTo({ campaign: campaign.campaignId, area: index ? step.areaId : null });
      return el('li', {}, el('a', { href, 'data-crumb': step.areaId, 'aria-current': isHere && 'page' }, nameOf(step)));
    })));
  };
}
