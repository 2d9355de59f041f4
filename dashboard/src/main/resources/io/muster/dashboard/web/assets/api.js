/** What the page asks the server for. The browser keeps answers by their ETag. */

const TIMEOUT = 20_000;

/** Thrown when an answer is no answer; `status` is 0 when there was none at all. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * @param {string[]} path segments below /api, as they are
 * @param {Object<string, string>} [query]
 * @param {number} [timeout] milliseconds
 */
export async function get(path, query = {}, timeout = TIMEOUT) {
  const parameters = new URLSearchParams(query).toString();
  const url = `api/${path.map(encodeURIComponent).join('/')}${parameters ? `?${parameters}` : ''}`;
  let answer;
  try {
    answer = await fetch(url, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(timeout) });
    if (answer.ok) return await answer.json();
  } catch (cause) {
    throw new ApiError(0, String(cause));
  }
  const problem = await answer.json().catch(() => ({}));
  throw new ApiError(answer.status, problem.detail ?? problem.title ?? answer.statusText);
}

export const campaigns = async () => (await get(['campaigns'])).campaigns;
export const status = () => get(['status'], {}, 4000);
export const campaign = (id) => get(['campaigns', id]);
export const area = (id, areaId) => get(['campaigns', id, 'areas', areaId]);
export const below = async (id, parent) => (await get(['campaigns', id, 'areas'], { parent })).areas;
export const search = async (id, q) => (await get(['campaigns', id, 'areas'], { q })).areas;
export const alerts = async (id) => (await get(['campaigns', id, 'alerts'])).alerts;

/** What belongs to one area: `days`, `segments` or `corrections`. */
export const ofArea = (id, areaId, what) => get(['campaigns', id, 'areas', areaId, what]);
