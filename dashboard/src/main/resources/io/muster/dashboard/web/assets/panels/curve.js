/** The cumulative curve with plan, target and the projection with its band. */
import { keys, plot } from '../charts/plot.js';
import { el, setText } from '../dom.js';
import { date, dayNumber, dayOf, number, shortDate, wanted, whole } from '../format.js';
import { t } from '../i18n.js';

const [DAY, ACTUAL, PLAN, TARGET, PROJECTED, LOW, HIGH] = [0, 1, 2, 3, 4, 5, 6];
/** Upper end of the chart relative to the target. A higher projection would flatten the curve. */
const HEADROOM = 1.5;

export function curvePanel(root) {
  const caption = el('p', { class: 'caption', 'data-curve-caption': true });
  root.append(caption, keys(['actual', 'plan', 'target', 'projection'].map((key) => [key, t(`curve.${key}`)])));
  const chart = plot(root, describe, readout);
  return ({ days, campaign }) => {
    if (!days) return;
    const words = inWords(days);
    setText(caption, words);
    chart.show(columns(days, campaign), words);
  };
}

function describe(colour) {
  const band = { stroke: 'transparent', points: { show: false } };
  const line = (stroke, rest) => ({ stroke: colour(stroke), points: { show: false }, ...rest });
  return {
    series: [
      line('brand', { width: 2.5, fill: colour('brand-veil') }),
      line('plan', { width: 1.75, dash: [6, 4] }),
      line('ink-2', { width: 1.25, dash: [2, 3] }),
      line('brand', { width: 1.75, dash: [3, 4] }),
      band,
      band,
    ],
    bands: [{ series: [HIGH, LOW], fill: colour('band') }],
    top(data) {
      const most = (column) => Math.max(0, ...data[column].filter((value) => value !== null));
      const aim = Math.max(most(ACTUAL), most(PLAN), most(TARGET));
      return Math.max(aim, Math.min(most(HIGH), aim * HEADROOM));
    },
  };
}

/** The data of uPlot: a column of days, and one per line. */
function columns({ days, plan, target, projection }, { startsOn, endsOn }) {
  const from = dayNumber(startsOn) - 1;
  const until = dayNumber(endsOn);
  const axis = Array.from({ length: until - from + 1 }, (_, index) => from + index);
  const counted = new Map(days.filter((day) => day.inPeriod && !day.ahead).map((day) => [dayNumber(day.date), day.cumulative]));
  if (counted.size) counted.set(from, 0);
  const planned = new Map(plan.map((point) => [dayNumber(point.date), point.planned]));
  const start = projection && dayNumber(projection.from);
  const base = counted.get(start) ?? 0;
  const towards = (end) => (day) =>
    projection === null || end === null || day < start || until <= start ? null : base + ((end - base) * (day - start)) / (until - start);
  return [
    axis,
    axis.map((day) => counted.get(day) ?? null),
    axis.map((day) => planned.get(day) ?? null),
    axis.map(() => target),
    axis.map(towards(projection?.projected ?? null)),
    axis.map(towards(projection?.low ?? null)),
    axis.map(towards(projection?.high ?? null)),
  ];
}

function readout(data, index) {
  const part = (key, column, people = whole) => (data[column][index] === null ? null : `${t(`curve.${key}`)} ${number(people(data[column][index]))}`);
  const projected = data[ACTUAL][index] === null ? part('projection', PROJECTED) : null;
  return [shortDate(dayOf(data[DAY][index])), part('actual', ACTUAL), part('plan', PLAN, wanted), projected].filter(Boolean).join(' · ');
}

function inWords({ days, plan, target, projection, asOfDay }) {
  const last = days.filter((day) => day.inPeriod && !day.ahead).at(-1);
  const planned = plan.find((point) => point.date === last?.date)?.planned ?? null;
  const words = [t('curve.sofar', { day: date(asOfDay), enrolled: last?.cumulative ?? 0 })];
  if (planned !== null) words.push(t('curve.planned', { planned: wanted(planned), target }));
  if (projection && projection.low !== null) words.push(t('curve.projected', { day: date(projection.to), projected: whole(projection.projected), low: whole(projection.low), high: whole(projection.high) }));
  return words.join(' ');
}
