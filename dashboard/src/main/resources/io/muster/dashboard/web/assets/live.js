/**
 * The event stream of one view. Reports a lost connection and recovers: the browser reconnects and receives the missed
 * changes. If the browser gives up, or the connection is silently dead, a new stream is opened, and everything must be
 * fetched again (`onStart`).
 */
import * as api from './api.js';

const GRACE = 1500;
const AGAIN = 2000;
const WATCH = 5000;
const SILENCE = 10_000;

export class Live {
  #source = null;
  #handlers;
  #url;
  #isLost = false;
  #isStarted = false;
  #heardAt = Date.now();
  #timers = new Set();
  #watch;

  /**
   * @param {string} campaign
   * @param {string} area the opened area: the stream contains its row and those directly below
   * @param {{onStart: Function, onChanges: Function, onStatus: Function, onLost: Function, onMended: Function}} handlers
   */
  constructor(campaign, area, handlers) {
    this.#url = `api/stream?${new URLSearchParams({ campaign, parent: area, area })}`;
    this.#handlers = handlers;
    this.#connect();
    this.#watch = setInterval(() => this.#check(), WATCH);
  }

  close() {
    clearInterval(this.#watch);
    this.#timers.forEach(clearTimeout);
    this.#source?.close();
    this.#source = null;
  }

  #connect() {
    this.#source?.close();
    this.#isStarted = false;
    const source = new EventSource(this.#url);
    this.#source = source;
    const on = (event, handle) =>
      source.addEventListener(event, ({ data }) => {
        this.#alive();
        handle(data ? JSON.parse(data) : {});
      });
    on('hello', () => {
      if (!this.#isStarted) this.#handlers.onStart();
      this.#isStarted = true;
    });
    on('changes', this.#handlers.onChanges);
    on('reset', this.#handlers.onStart);
    on('status', this.#handlers.onStatus);
    source.onerror = () => {
      if (source !== this.#source) return;
      this.#later(GRACE, () => source === this.#source && source.readyState !== EventSource.OPEN && this.#lose());
      if (source.readyState === EventSource.CLOSED) this.#later(AGAIN, () => source === this.#source && this.#connect());
    };
  }

  /** Detects a silently dead connection: after a long silence, requests the status. */
  async #check() {
    if (Date.now() - this.#heardAt < SILENCE && !this.#isLost) return;
    const source = this.#source;
    try {
      const status = await api.status();
      if (source !== this.#source || !source) return;
      this.#handlers.onStatus(status);
      if (source.readyState !== EventSource.OPEN) return;
      if (this.#isLost) this.#connect();
      else this.#heardAt = Date.now();
    } catch {
      if (source === this.#source && source) this.#lose();
    }
  }

  #alive() {
    this.#heardAt = Date.now();
    if (!this.#isLost) return;
    this.#isLost = false;
    this.#handlers.onMended();
  }

  #lose() {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#handlers.onLost();
  }

  #later(delay, act) {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, delay);
    this.#timers.add(timer);
  }
}
