/** Warns if figures are not live: connection lost, broker unavailable, topics loading, or streams application stopped. */
import { el, setText } from '../dom.js';
import { dateTime, number } from '../format.js';
import { t } from '../i18n.js';

export function bannersPanel(root) {
  const banner = (kind) => {
    const text = el('span');
    const node = el('p', { class: 'banner', 'data-banner': kind, hidden: true }, el('span', { class: `icon icon-${kind}`, 'aria-hidden': 'true' }), text);
    root.append(node);
    return (isShown, phrase, at, parts) => {
      node.hidden = !isShown;
      if (isShown) setText(text, at ? `${t(phrase, parts)} ${t('banner.asOf', { at })}` : t(phrase, parts));
    };
  };
  const lost = banner('lost');
  const waiting = banner('waiting');
  const reading = banner('reading');
  const stopped = banner('stopped');
  const behind = banner('behind');
  return ({ isLost, status, campaign, area, error }) => {
    const isUnknown = error?.status === 404;
    const newest = area?.computedAt ?? campaign?.computedAt;
    const at = newest && dateTime(newest, campaign.zone);
    lost(isLost && !isUnknown, 'banner.lost', at);
    waiting(!isLost && status?.state === 'WAITING', 'banner.waiting', at);
    reading(!isLost && status?.state === 'READING', 'banner.reading', null);
    const counting = !isLost && status?.state === 'LIVE' ? status.counting : null;
    const isPart = counting && counting.silent < counting.partitions;
    stopped(counting?.state === 'STOPPED', isPart ? 'banner.stoppedPartly' : 'banner.stopped', at, { since: dateTime(counting?.since, campaign?.zone) });
    behind(counting?.state === 'BEHIND', 'banner.behind', at, { records: number(counting?.records) });
  };
}
