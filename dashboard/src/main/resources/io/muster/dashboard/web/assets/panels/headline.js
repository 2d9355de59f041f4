/** The key figures of the opened area. */
import { el, setAttribute, setFigure, setText } from '../dom.js';
import { ago, date, gap, mean, number, percent, shortDate, time, whole } from '../format.js';
import { nameOf, t } from '../i18n.js';
import { progressBar } from './progressBar.js';

export function headlinePanel(root) {
  const period = el('p', { class: 'period' });
  const name = el('h1', { id: 'area-name', tabindex: '-1' });
  const enrolled = figure('enrolled', 'big');
  const target = el('span', { class: 'of', 'data-headline': 'target' });
  const attained = figure('attainmentPercent', 'attained');
  const status = el('span', { class: 'chip', 'data-headline': 'status' });
  const alerts = el('a', { class: 'chip chip-alerts', href: '#alerts', 'data-headline': 'warnings', onclick: (event) => {
    event.preventDefault();
    document.getElementById('alerts').scrollIntoView({ block: 'start' });
  } });
  const bar = progressBar();
  const fresh = el('p', { class: 'fresh' });
  const stats = el('dl', { class: 'stats' });
  const tiles = ['today', 'last7Days', 'expected', 'requiredPerDay', 'projected', 'daysLeft', 'stock'].map((key) => {
    const value = figure(key, 'value');
    const note = el('dd', { class: 'note', 'data-headline': `${key}Note` });
    const tile = el('div', { class: 'stat' }, el('dt', {}, t(`headline.${key}`)), el('dd', {}, value), note);
    stats.append(tile);
    return { key, value, note, tile };
  });
  root.append(
    el('div', { class: 'hero' }, period, el('div', { class: 'title' }, name, status, alerts),
      el('p', { class: 'total' }, enrolled, ' ', el('span', { class: 'unit' }, t('headline.enrolled')), ' ', target),
      el('div', { class: 'attainment' }, bar.node, attained), fresh),
    stats);

  return (board) => {
    const { area, campaign } = board;
    if (!area) return;
    const isRoot = area.areaId === campaign.rootAreaId;
    setText(period, `${nameOf(campaign)} · ${t('period', { from: date(campaign.startsOn), to: date(campaign.endsOn) })}`);
    setText(name, nameOf(area));
    setFigure(enrolled, area.enrolled, number(area.enrolled));
    setFigure(target, area.target, area.target === null ? t('headline.noTarget') : t('headline.ofTarget', { target: area.target }));
    setFigure(attained, area.attainmentPercent, percent(area.enrolled, area.target));
    showStatus(status, area.status);
    const bad = board.alerts.filter((alert) => alert.state === 'FIRING' && alert.rule !== 'COMPLETED').length;
    alerts.hidden = !bad;
    setText(alerts, t('headline.warnings', { n: bad }));
    setAttribute(alerts, 'data-value', bad);
    bar.show(area);
    for (const { key, value, note, tile } of tiles) {
      const [raw, text, remark] = stat(key, area, campaign, isRoot);
      tile.hidden = raw === null || raw === undefined;
      setFigure(value, raw, text);
      setText(note, remark ?? '');
    }
    tellAge(board, fresh);
  };
}

const figure = (key, style) => el('span', { class: style, 'data-headline': key });

/** @returns {[number|null, string, string?]} the raw value, as text, and a remark */
function stat(key, area, campaign, isRoot) {
  switch (key) {
    case 'today':
      return [area.today, number(area.today), [date(area.asOfDay), area.datedAhead ? t('headline.datedAhead', { n: area.datedAhead }) : null].filter(Boolean).join(' · ')];
    case 'expected':
      return [area.status === 'NOT_STARTED' ? null : area.expectedPersons, number(area.expectedPersons), againstPlan(gap(area))];
    case 'projected':
      return [area.projected, number(whole(area.projected)), area.projectedLow === null ? '' : t('headline.band', { low: whole(area.projectedLow), high: whole(area.projectedHigh) })];
    case 'daysLeft':
      return [campaign.daysLeft, number(campaign.daysLeft), daysLeft(campaign)];
    case 'stock':
      return isRoot && campaign.stockTarget
        ? [campaign.stock, number(campaign.stock), t('headline.aim', { share: percent(campaign.stock, campaign.stockTarget), aim: campaign.stockTarget })]
        : [area.stock, number(area.stock)];
    case 'last7Days':
      return [area.last7Days, number(area.last7Days), t('headline.perDay', { n: mean(area.last7Days / 7) })];
    default:
      return [area.requiredPersonsPerDay, number(area.requiredPersonsPerDay), t('headline.inTime')];
  }
}

function againstPlan(people) {
  if (!people) return people === 0 ? t('headline.onPlan') : '';
  return t(people < 0 ? 'headline.behind' : 'headline.ahead', { gap: Math.abs(people) });
}

/** The days left include the as-of day, whose counts are not final. */
function daysLeft({ daysLeft: left, asOfDay, startsOn, endsOn }) {
  if (!left) return t('headline.over', { day: date(endsOn) });
  return t('headline.until', { from: shortDate(asOfDay < startsOn ? startsOn : asOfDay), day: date(endsOn) });
}

/** @param {HTMLElement} chip */
export function showStatus(chip, status) {
  chip.hidden = !status;
  setText(chip, status ? t(`status.${status}`) : '');
  setAttribute(chip, 'data-status', status);
}

function tellAge(board, node) {
  const { area, campaign, clockAhead } = board;
  const age = (Date.now() + clockAhead - Date.parse(area.computedAt)) / 1000;
  setText(node, t('headline.fresh', { day: date(area.asOfDay), time: time(area.computedAt, campaign.zone), ago: ago(age) }));
  setAttribute(node, 'data-headline', 'computedAt');
  setAttribute(node, 'data-value', area.computedAt);
}
