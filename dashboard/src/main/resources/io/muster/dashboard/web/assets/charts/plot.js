/** A chart over the days of a campaign: the common part of all charts. */
import uPlot from '../lib/uplot/dist/uPlot.esm.js';
import { el, setText } from '../dom.js';
import { dayOf, number, shortDate } from '../format.js';

const DAY_STEPS = [1, 2, 5, 7, 10, 14, 28];

export const bars = uPlot.paths.bars({ size: [0.72, 36] });

/**
 * Adds a chart. Its colours come from the style sheet, so a new theme rebuilds it; new data only redraws it.
 * @param {HTMLElement} root
 * @param {(colour: (name: string) => string) => {series: object[], bands?: object[], top: (data: number[][]) => number}} describe
 *     returns the series (without the days) and `top`, which computes the upper end of the scale from the data
 * @param {(data: number[][], index: number) => string} readout text for the day under the pointer
 */
export function plot(root, describe, readout) {
  const place = el('div', { class: 'plot', role: 'img' });
  const said = el('p', { class: 'readout', 'aria-hidden': 'true' });
  root.append(place, said);
  let chart = null;
  let theme = null;
  new ResizeObserver(() => chart?.setSize(size(place))).observe(place);

  return {
    /** @param {(number|null)[][]} data days first; @param {string} label the chart in words */
    show(data, label) {
      place.setAttribute('aria-label', label);
      const style = getComputedStyle(place);
      const colour = (name) => style.getPropertyValue(`--${name}`).trim();
      if (chart && theme === colour('card')) return chart.setData(data);
      theme = colour('card');
      chart?.destroy();
      chart = new uPlot(
        options(describe(colour), colour, style, size(place), (u) => setText(said, say(u, readout))),
        /** @type {uPlot.AlignedData} */ (data),
        place,
      );
    },
  };
}

const say = (u, readout) => (u.cursor.idx === null || u.cursor.idx === undefined ? '' : readout(u.data, u.cursor.idx));

const size = (place) => ({ width: Math.max(240, place.clientWidth), height: Math.max(180, place.clientHeight) });

/** @returns {uPlot.Options} */
function options({ series, bands = [], top }, colour, style, { width, height }, onCursor) {
  const em = parseFloat(style.fontSize);
  const grid = { stroke: colour('line'), width: 1 };
  const axis = { stroke: colour('ink-2'), font: `${Math.round(em * 0.8)}px ${style.fontFamily}`, grid, ticks: { show: false } };
  return {
    width,
    height,
    series: [{}, ...series],
    bands,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    scales: {
      x: { time: false, range: (_, from, to) => [from - 0.6, to + 0.6] },
      y: { range: (u) => [0, Math.max(1, top(u.data) * 1.06)] },
    },
    axes: [
      { ...axis, size: 2 * em, grid: { show: false }, incrs: DAY_STEPS, space: 3.7 * em, values: (_, days) => days.map((day) => shortDate(dayOf(day))) },
      { ...axis, size: 3.6 * em, space: 2.3 * em, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 1_000_000],
        values: (_, counts) => counts.map(number) },
    ],
    hooks: { setCursor: [onCursor] },
  };
}

/** The legend of a chart: a sample and a name for each line. */
export function keys(entries) {
  return el('ul', { class: 'keys' }, ...entries.map(([style, name]) => el('li', {}, el('span', { class: `key key-${style}`, 'aria-hidden': 'true' }), name)));
}
