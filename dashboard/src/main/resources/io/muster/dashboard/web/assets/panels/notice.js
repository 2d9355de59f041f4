/** Says why there are no figures, in place of the board. */
import { setText } from '../dom.js';
import { t } from '../i18n.js';

export function noticePanel(root) {
  return (board) => {
    root.hidden = Boolean(board.area);
    setText(root, board.area ? '' : reason(board));
  };
}

function reason({ campaign, campaigns, error, isListed }) {
  if (error) return error.status === 404 ? t('notice.unknown') : t('notice.unreachable');
  if (campaign && !campaign.root) return t(campaign.defined ? 'notice.notCounted' : 'notice.notDefined');
  return isListed && !campaigns.length ? t('notice.noCampaign') : t('notice.loading');
}
