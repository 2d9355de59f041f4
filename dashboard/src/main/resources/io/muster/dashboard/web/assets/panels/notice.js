/** Why there is nothing to see, in place of the board. */
import { setText } from '../dom.js';
import { t } from '../i18n.js';

export function noticePanel(root) {
  return ({ area, campaign, campaigns, error }) => {
    root.hidden = Boolean(area);
    setText(root, area ? '' : reason(campaign, campaigns, error));
  };
}

function reason(campaign, campaigns, error) {
  if (error) return error.status === 404 ? t('notice.unknown') : t('notice.unreachable');
  if (campaign && !campaign.root) return t('notice.notCounted');
  return campaigns.length ? t('notice.loading') : t('notice.noCampaign');
}
