/** Selects the campaign; shows only its name if there is just one. */
import { el, keyed, setText } from '../dom.js';
import { nameOf, t } from '../i18n.js';
import { go, route } from '../route.js';

/** Groups undefined campaigns, which are mostly mistyped ids in statements. */
const OTHERS = { campaignId: '' };

const keyOf = ({ campaignId }) => campaignId;
const option = ({ campaignId }) => el('option', { value: campaignId });
const write = (node, one) => setText(node, nameOf(one));

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
    const mistyped = campaigns.filter(({ defined }) => !defined);
    keyed(select, [...campaigns.filter(({ defined }) => defined), ...(mistyped.length ? [OTHERS] : [])], keyOf,
      (one) => (one === OTHERS ? el('optgroup', { label: t('chooser.notDefined') }) : option(one)),
      (node, one) => (one === OTHERS ? keyed(node, mistyped, keyOf, option, write) : write(node, one)));
    select.value = route().campaign ?? campaigns[0]?.campaignId ?? '';
  };
}
