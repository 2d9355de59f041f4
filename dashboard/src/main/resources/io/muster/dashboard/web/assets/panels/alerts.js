/** Alerts of the campaign: firing ones with their figures, then resolved ones. */
import { el, keyed, setAttribute, setText } from '../dom.js';
import { date, dateTime, number, percent } from '../format.js';
import { labelOf, t } from '../i18n.js';
import { linkTo } from '../route.js';

export function alertsPanel(root) {
  const none = el('p', { class: 'quiet' }, t('alerts.none'));
  const firing = el('ul', { class: 'alerts', 'data-alerts': 'firing' });
  const over = el('ul', { class: 'alerts' });
  const summary = el('summary');
  const past = el('details', { 'data-alerts': 'resolved' }, summary, over);
  root.append(none, firing, past);
  return ({ alerts, campaign }) => {
    if (!campaign) return;
    const [now, before] = ['FIRING', 'RESOLVED'].map((state) => alerts.filter((alert) => alert.state === state));
    none.hidden = Boolean(now.length);
    past.hidden = !before.length;
    setText(summary, t('alerts.over', { n: before.length }));
    for (const [list, some] of [[firing, now], [over, before]]) {
      keyed(list, some, (alert) => `${alert.areaId}|${alert.rule}`, create, (node, alert) => update(node, alert, campaign));
    }
  };
}

function create(alert) {
  return el('li', { class: 'alert', 'data-alert': alert.rule, 'data-alert-area': alert.areaId, 'data-state': alert.state },
    el('span', { class: `icon icon-${alert.rule}`, 'aria-hidden': 'true' }),
    el('div', {}, el('p', { class: 'alert-what' }, el('a'), el('strong')), el('p', { class: 'alert-since' }), el('p', { class: 'alert-numbers' })));
}

function update(node, alert, campaign) {
  const [what, since, numbers] = node.lastChild.children;
  const [link, rule] = what.children;
  setText(link, labelOf(alert));
  setAttribute(link, 'href', linkTo({ campaign: campaign.campaignId, area: alert.areaId }));
  setText(rule, t(`alert.${alert.rule}`));
  setText(since, sinceWhen(alert, campaign.zone));
  setText(numbers, behind(alert, campaign));
}

function sinceWhen({ firedAt, resolvedAt, earlier }, zone) {
  const at = (instant) => dateTime(instant, zone);
  const words = resolvedAt ? t('alerts.fromTo', { from: at(firedAt), to: at(resolvedAt) }) : t('alerts.since', { from: at(firedAt) });
  return earlier?.length ? `${words} ${t('alerts.earlier', { n: earlier.length })}` : words;
}

function behind(alert, { endsOn, zone }) {
  const words = [t('alerts.standing', { enrolled: alert.enrolled, target: number(alert.target), share: percent(alert.enrolled, alert.target) })];
  if (alert.rule === 'BEHIND' && alert.expectedPersons !== null) words.push(t('alerts.expected', { expected: alert.expectedPersons }));
  if (alert.rule === 'BEHIND' && alert.requiredPersonsPerDay) words.push(t('alerts.needed', { perDay: alert.requiredPersonsPerDay, day: date(endsOn) }));
  if (alert.rule === 'MISSED') words.push(t('alerts.short', { short: alert.target - alert.enrolled }));
  if (alert.rule === 'SILENT') words.push(alert.lastRecordedAt ? t('alerts.last', { at: dateTime(alert.lastRecordedAt, zone) }) : t('alerts.never'));
  return words.join(' ');
}
