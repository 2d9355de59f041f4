/** Requests to the server. The browser revalidates cached responses by their ETag. */

const TIMEOUT = 20_000;

/** A failed request; `status` is 0 if there was no response. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * @param {string[]} path segments below /api, not encoded
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

/** Details of one area: `days`, `segments` or `corrections`. */
export const ofArea = (id, areaId, what) => get(['campaigns', id, 'areas', areaId, what]);
