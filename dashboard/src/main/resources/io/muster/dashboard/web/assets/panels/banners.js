/** Says when the figures are not live: the connection is lost, the broker is away, or the server still reads. */
import { el, setText } from '../dom.js';
import { dateTime } from '../format.js';
import { t } from '../i18n.js';

export function bannersPanel(root) {
  const banner = (kind) => {
    const text = el('span');
    const node = el('p', { class: 'banner', 'data-banner': kind, hidden: true }, el('span', { class: `icon icon-${kind}`, 'aria-hidden': 'true' }), text);
    root.append(node);
    return (isShown, phrase, at) => {
      node.hidden = !isShown;
      if (isShown) setText(text, at ? `${t(phrase)} ${t('banner.asOf', { at })}` : t(phrase));
    };
  };
  const lost = banner('lost');
  const waiting = banner('waiting');
  const reading = banner('reading');
  return ({ isLost, status, campaign, area, error }) => {
    const isUnknown = error?.status === 404;
    const newest = area?.computedAt ?? campaign?.computedAt;
    const at = newest && dateTime(newest, campaign.zone);
    lost(isLost && !isUnknown, 'banner.lost', at);
    waiting(!isLost && status?.state === 'WAITING', 'banner.waiting', at);
    reading(!isLost && status?.state === 'READING', 'banner.reading', null);
  };
}
