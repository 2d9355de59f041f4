/** The version, and links to the printable bulletin, the CSV table and the API. */
import { el, setAttribute, setText } from '../dom.js';
import { language, t } from '../i18n.js';

export function footerPanel(root) {
  const version = el('span');
  const bulletin = el('a', { 'data-bulletin': true }, t('footer.bulletin'));
  const csv = el('a', { 'data-csv': true }, t('footer.csv'));
  root.append(version, ' · ', bulletin, ' · ', csv, ' · ', el('a', { href: 'openapi.yaml' }, t('footer.api')));
  return ({ status, campaign, area }) => {
    setText(version, `Muster ${status?.version ?? ''}`.trim());
    if (!area) return;
    const base = `api/campaigns/${encodeURIComponent(campaign.campaignId)}`;
    setAttribute(bulletin, 'href', `${base}/report?${new URLSearchParams({ lang: language(), format: 'html' })}`);
    setAttribute(csv, 'href', `${base}/areas?${new URLSearchParams({ parent: area.areaId, format: 'csv' })}`);
  };
}
