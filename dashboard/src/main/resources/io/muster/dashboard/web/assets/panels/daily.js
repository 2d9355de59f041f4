/** Bars by day, certified days filled, others hollow, and the trailing seven-day mean. */
import { bars, keys, plot } from '../charts/plot.js';
import { el, setText } from '../dom.js';
import { date, dayNumber, dayOf, mean, number, shortDate } from '../format.js';
import { t } from '../i18n.js';

const [DAY, CERTIFIED, OPEN, MEAN] = [0, 1, 2, 3];

export function dailyPanel(root) {
  const caption = el('p', { class: 'caption' });
  root.append(caption, keys(['open', 'certified', 'mean'].map((key) => [key, t(`daily.${key}`)])));
  const chart = plot(root, describe, readout);
  return ({ days, campaign }) => {
    if (!days) return;
    const words = inWords(days.days.filter((day) => day.inPeriod && !day.ahead));
    setText(caption, words);
    chart.show(columns(days, campaign), words);
  };
}

function describe(colour) {
  const bar = { stroke: colour('brand'), width: 1.25, paths: bars, points: { show: false } };
  return {
    series: [
      { ...bar, fill: colour('brand') },
      { ...bar, fill: colour('brand-veil') },
      { stroke: colour('plan'), width: 2, points: { show: false } },
    ],
    top: (data) => Math.max(...[CERTIFIED, OPEN, MEAN].flatMap((column) => data[column].filter((value) => value !== null)), 0),
  };
}

function columns({ days }, { startsOn, endsOn }) {
  const from = dayNumber(startsOn);
  const axis = Array.from({ length: dayNumber(endsOn) - from + 1 }, (_, index) => from + index);
  const counted = new Map(days.filter((day) => day.inPeriod).map((day) => [dayNumber(day.date), day]));
  const isCertified = (day) => day && day.certified !== null;
  return [
    axis,
    axis.map((day) => (isCertified(counted.get(day)) ? counted.get(day).enrolled : null)),
    axis.map((day) => (isCertified(counted.get(day)) ? null : (counted.get(day)?.enrolled ?? null))),
    axis.map((day) => counted.get(day)?.mean7 ?? null),
  ];
}

function readout(data, index) {
  const enrolled = data[CERTIFIED][index] ?? data[OPEN][index];
  if (enrolled === null) return '';
  const signed = data[CERTIFIED][index] === null ? null : t('daily.certified');
  return [`${shortDate(dayOf(data[DAY][index]))}: ${number(enrolled)}`, data[MEAN][index] === null ? t('day.ahead') : `${t('daily.mean')} ${mean(data[MEAN][index])}`, signed].filter(Boolean).join(' · ');
}

function inWords(days) {
  if (!days.length) return t('daily.none');
  const best = days.reduce((most, day) => (day.enrolled > most.enrolled ? day : most));
  const last = days.at(-1);
  const certified = days.filter((day) => day.certified !== null).at(-1);
  const words = [t('daily.words', { day: date(last.date), enrolled: last.enrolled, mean: mean(last.mean7), best: best.enrolled, bestDay: date(best.date) })];
  if (certified) words.push(t('daily.certifiedThrough', { day: date(certified.date) }));
  return words.join(' ');
}
