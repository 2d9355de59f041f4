/** The page: the board of figures, the panels that draw it, and the URL that selects the view. */
import { Board } from './board.js';
import { quietly } from './dom.js';
import * as format from './format.js';
import { language, nameOf, preferredLanguage, remember, setLanguage, translateMarkup } from './i18n.js';
import { alertsPanel } from './panels/alerts.js';
import { areaTablePanel } from './panels/areaTable.js';
import { bannersPanel } from './panels/banners.js';
import { breadcrumbPanel } from './panels/breadcrumb.js';
import { chooserPanel } from './panels/chooser.js';
import { completedPanel } from './panels/completed.js';
import { correctionsPanel } from './panels/corrections.js';
import { curvePanel } from './panels/curve.js';
import { dailyPanel } from './panels/daily.js';
import { dayTablePanel } from './panels/dayTable.js';
import { footerPanel } from './panels/footer.js';
import { headlinePanel } from './panels/headline.js';
import { leadersPanel } from './panels/leaders.js';
import { noticePanel } from './panels/notice.js';
import { qualityPanel } from './panels/quality.js';
import { searchPanel } from './panels/search.js';
import { segmentsPanel } from './panels/segments.js';
import { switchesPanel } from './panels/switches.js';
import { tileMapPanel } from './panels/tileMap.js';
import { onRoute, route } from './route.js';

/**
 * The panels: place (`data-panel`), builder, and the parts of the board it shows. A builder returns a function that
 * draws the board, called on every change of these parts. Opening a view draws every panel. `second` changes once a
 * second, `theme` and `sort` when the reader changes them.
 * @type {[string, (root: any, page: {redraw: (...parts: string[]) => void, board: Board}) => (board: Board) => void, string[]][]}
 */
const PANELS = [
  ['switches', switchesPanel, ['theme']],
  ['chooser', chooserPanel, ['campaigns']],
  ['search', searchPanel, []],
  ['banners', bannersPanel, ['status', 'campaign', 'area']],
  ['notice', noticePanel, ['campaigns', 'error', 'campaign']],
  ['breadcrumb', breadcrumbPanel, []],
  ['headline', headlinePanel, ['area', 'campaign', 'alerts', 'second']],
  ['areaTable', areaTablePanel, ['rows', 'sort']],
  ['curve', curvePanel, ['days', 'theme']],
  ['daily', dailyPanel, ['days', 'theme']],
  ['dayTable', dayTablePanel, ['days']],
  ['tileMap', tileMapPanel, ['rows']],
  ['leaders', leadersPanel, ['campaign', 'rows']],
  ['completed', completedPanel, ['campaign', 'rows']],
  ['segments', segmentsPanel, ['segments']],
  ['alerts', alertsPanel, ['alerts']],
  ['corrections', correctionsPanel, ['corrections', 'campaign']],
  ['quality', qualityPanel, ['campaign']],
  ['footer', footerPanel, ['status']],
];

const RETRY = 3000;
const changed = new Set();
const board = new Board((parts) => redraw(...parts));
let panels = [];
let opened = {};

/** Schedules a redraw of what changed, once per frame. */
function redraw(...parts) {
  if (!changed.size) requestAnimationFrame(draw);
  parts.forEach((part) => changed.add(part));
}

function draw() {
  const isNew = changed.has('view');
  const due = panels.filter(({ parts }) => isNew || parts.some((part) => changed.has(part)));
  changed.clear();
  element('[data-board]').hidden = !board.area;
  if (isNew) quietly(() => due.forEach(({ show }) => show(board)));
  else due.forEach(({ show }) => show(board));
  if (board.area) document.title = `${format.number(board.area.enrolled)} · ${nameOf(board.area)} · Muster`;
  if (isNew && board.area) arrive();
}

/** Moves the focus after navigation: to the row of the previous area, else to the area's name. */
function arrive() {
  const { from, area } = opened;
  if (from === area || board.area.areaId !== area) return;
  opened.from = area;
  const row = from && element(`[data-open="${CSS.escape(from)}"]`);
  if (row) row.focus();
  else if (from !== undefined) {
    document.getElementById('area-name').focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }
}

/** @returns {HTMLElement} */
const element = (selector) => document.querySelector(selector);

function build() {
  translateMarkup(document);
  panels = PANELS.map(([place, panel, parts]) => {
    const root = element(`[data-panel="${place}"]`);
    root.replaceChildren();
    return { parts, show: panel(root, { redraw, board }) };
  });
  redraw('view');
}

function follow() {
  const next = route();
  const isOtherLanguage = preferredLanguage(next.lang) !== language();
  if (isOtherLanguage) setLanguage(preferredLanguage(next.lang));
  if (next.lang) remember('lang', language());
  if (isOtherLanguage) build();
  const campaign = next.campaign ?? board.campaigns[0]?.campaignId;
  if (!campaign) return;
  const area = next.area ?? board.campaigns.find((one) => one.campaignId === campaign)?.rootAreaId;
  if (campaign !== opened.campaign || area !== opened.area) {
    opened = { campaign, area, from: opened.campaign === campaign ? opened.area : undefined };
    board.open(campaign, area);
  }
  redraw('sort');
}

async function start() {
  try {
    await board.fetchCampaigns();
    if (board.campaigns.length || route().campaign) return follow();
    redraw('error');
  } catch (error) {
    board.error = error;
    redraw('error');
  }
  setTimeout(start, RETRY);
}

/** The skip link moves the focus without changing the URL. */
element('[data-skip]').addEventListener('click', (event) => {
  event.preventDefault();
  document.getElementById('main').focus();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => redraw('theme'));
setLanguage(preferredLanguage(route().lang));
onRoute(follow);
build();
start();
setInterval(() => redraw('second'), 1000);
