/**
 * The state of the page: the figures of one campaign and of its opened area, fetched once and then updated by the event
 * stream. A listener is notified of the parts that changed.
 */
import * as api from './api.js';
import { Live } from './live.js';

/** Details of the opened area are fetched this long (milliseconds), at most twice as long, after its row was pushed. */
const DETAIL_DELAY = 2000;
const RETRY = 3000;
const DETAILS = ['days', 'segments', 'corrections'];

export class Board {
  campaigns = [];
  /** Whether the campaigns have been fetched. */
  isListed = false;
  campaign = null;
  /** The opened area: its row and the `path` to it from the root. */
  area = null;
  /** The rows directly below it, by id. @type {Map<string, object>} */
  rows = new Map();
  days = null;
  segments = null;
  corrections = null;
  alerts = [];
  status = null;
  /** Server clock minus local clock, in milliseconds. */
  clockAhead = 0;
  isLost = false;
  /** The ApiError that prevents loading. */
  error = null;
  /** All rows seen so far, by id, to name the parents of areas. */
  names = new Map();

  #live = null;
  #pending = null;
  #detailTimer = null;
  #retryTimer = null;
  #view = null;
  #loading = null;
  #askedAlerts = null;
  #askedDetails = null;
  #tell;

  /** @param {(parts: string[]) => void} tell */
  constructor(tell) {
    this.#tell = tell;
  }

  async fetchCampaigns() {
    this.campaigns = await api.campaigns();
    this.isListed = true;
    this.#tell(['campaigns']);
  }

  /** Opens an area of a campaign, null for its root. */
  open(campaign, area) {
    this.close();
    this.error = null;
    const root = this.campaigns.find((one) => one.campaignId === campaign)?.rootAreaId;
    const opened = area ?? root ?? '';
    this.#view = { campaign, area: opened };
    this.#live = new Live(campaign, opened, {
      onStart: () => this.#load(),
      onChanges: (changes) => (this.#pending ? this.#pending.push(changes) : this.#apply(changes)),
      onStatus: (status) => this.#setStatus(status),
      onLost: () => this.#setLost(true),
      onMended: () => this.#setLost(false),
    });
    this.#retryTimer = setTimeout(() => this.#load(), root ? RETRY : 0);
    api.status().then((status) => this.#setStatus(status), () => {});
  }

  close() {
    this.#live?.close();
    clearTimeout(this.#detailTimer);
    clearTimeout(this.#retryTimer);
    this.#detailTimer = null;
    this.#pending = null;
    this.#view = null;
  }

  /** Fetches the whole view. Events received meanwhile are queued and applied afterwards. A later load supersedes it. */
  async #load() {
    const view = this.#view;
    const loading = (this.#loading = {});
    const isOver = () => view !== this.#view || loading !== this.#loading;
    clearTimeout(this.#retryTimer);
    this.#pending ??= [];
    try {
      const { campaign: id, area: areaId } = view;
      const campaign = await api.campaign(id);
      const isCounted = campaign.root !== null;
      const [area, rows, alerts, days, segments, corrections] = isCounted
        ? await Promise.all([api.area(id, areaId), api.below(id, areaId), api.alerts(id), ...DETAILS.map((what) => api.ofArea(id, areaId, what))])
        : [null, [], [], null, null, null];
      if (isOver()) return;
      Object.assign(this, { campaign, area, alerts, days, segments, corrections, error: null });
      this.rows = new Map(rows.map((row) => [row.areaId, row]));
      [...(area?.path ?? []), ...rows, ...(campaign.root ? [campaign.root] : [])].forEach((row) => this.names.set(row.areaId, row));
      this.#tell(['view']);
    } catch (error) {
      if (isOver()) return;
      this.error = error;
      if (error.status === 404) this.area = null;
      this.#retryTimer = setTimeout(() => this.#load(), RETRY);
      this.#tell(['error']);
    }
    const missed = this.#pending ?? [];
    this.#pending = null;
    missed.forEach((changes) => this.#apply(changes));
  }

  #apply(changes) {
    if (changes.tree || (changes.campaign?.root && !this.campaign?.root)) {
      this.fetchCampaigns().catch(() => {});
      this.#load();
      return;
    }
    const parts = [];
    if (changes.campaign) {
      this.campaign = changes.campaign;
      parts.push('campaign');
    }
    for (const row of changes.areas ?? []) {
      if (row.areaId === this.area?.areaId && isNewer(row, this.area)) {
        this.area = { ...this.area, ...row };
        parts.push('area');
        this.#refreshDetails();
      }
      if (row.parentId === this.area?.areaId && isNewer(row, this.rows.get(row.areaId))) {
        this.rows.set(row.areaId, row);
        parts.push('rows');
      }
    }
    if (changes.alerts) this.#fetchAlerts();
    if (parts.length) this.#tell(parts);
  }

  /** Fetches the alerts; retries after a failure. A later fetch supersedes it. */
  async #fetchAlerts() {
    const view = this.#view;
    const asked = (this.#askedAlerts = {});
    const isOver = () => view !== this.#view || asked !== this.#askedAlerts;
    const alerts = await api.alerts(view.campaign).catch(() => null);
    if (isOver()) return;
    if (!alerts) {
      setTimeout(() => isOver() || this.#fetchAlerts(), RETRY);
      return;
    }
    this.alerts = alerts;
    this.#tell(['alerts']);
  }

  #refreshDetails() {
    if (this.#detailTimer) return;
    const view = this.#view;
    this.#detailTimer = setTimeout(async () => {
      // later changes trigger another fetch
      this.#detailTimer = null;
      const asked = (this.#askedDetails = {});
      const fetched = await Promise.all(DETAILS.map((what) => api.ofArea(view.campaign, view.area, what))).catch(() => null);
      if (view !== this.#view || asked !== this.#askedDetails) return;
      if (!fetched) {
        this.#refreshDetails();
        return;
      }
      DETAILS.forEach((what, index) => (this[what] = fetched[index]));
      this.#tell(DETAILS);
    }, DETAIL_DELAY * (1 + Math.random()));
  }

  #setStatus(status) {
    this.status = status;
    this.clockAhead = Date.parse(status.now) - Date.now();
    this.#tell(['status']);
  }

  #setLost(isLost) {
    this.isLost = isLost;
    this.#tell(['status']);
    if (!isLost && this.error) this.#load();
  }
}

/** Rows are both fetched and pushed; the one computed last wins. */
const isNewer = (row, known) => !known || Date.parse(row.computedAt) >= Date.parse(known.computedAt);
