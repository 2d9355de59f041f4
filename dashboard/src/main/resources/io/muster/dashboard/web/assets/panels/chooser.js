/** Which campaign: a choice where there is more than one, else its name. */
import { el, keyed, setText } from '../dom.js';
import { nameOf, t } from '../i18n.js';
import { go, route } from '../route.js';

export function chooserPanel(root) {
  const select = el('select', {
    'data-campaigns': true, 'aria-label': t('campaign'), onchange: () => go({ campaign: select.value, area: null }),
  });
  const name = el('span', { class: 'campaign' });
  root.append(select, name);
  return ({ campaigns }) => {
    select.hidden = campaigns.length < 2;
    name.hidden = !select.hidden;
    if (campaigns.length === 1) setText(name, nameOf(campaigns[0]));
    keyed(select, campaigns, (one) => one.campaignId, (one) => el('option', { value: one.campaignId }), (node, one) => setText(node, nameOf(one)));
    select.value = route().campaign ?? campaigns[0]?.campaignId ?? '';
  };
}
