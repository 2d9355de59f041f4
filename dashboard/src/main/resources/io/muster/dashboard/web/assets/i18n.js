/** The words of the page in the chosen language. */
import en from './i18n/en.js';
import vi from './i18n/vi.js';

const LANGUAGES = { vi, en };
const LOCALES = { vi: 'vi-VN', en: 'en-GB' };
let current = 'en';

export const languages = Object.keys(LANGUAGES);
export const language = () => current;
export const locale = () => LOCALES[current];

/** Takes a language if it is one of ours. */
export function setLanguage(code) {
  if (code in LANGUAGES) current = code;
  document.documentElement.lang = current;
}

/** The language of the URL, else the one chosen before, else the browser's, else English. */
export function preferredLanguage(ofUrl) {
  return [ofUrl, remembered('lang'), navigator.language?.slice(0, 2)].find((code) => code in LANGUAGES) ?? 'en';
}

/**
 * A phrase with its {places} filled in; numbers are written as the reader writes them. A phrase with several
 * forms (one, other) is chosen by the value `n`.
 * @param {string} key
 * @param {Object<string, any>} [values]
 */
export function t(key, values = {}) {
  let phrase = LANGUAGES[current][key];
  if (phrase === undefined) return key;
  if (typeof phrase === 'object') phrase = phrase[new Intl.PluralRules(locale()).select(values.n)] ?? phrase.other;
  return phrase.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === 'number' ? value.toLocaleString(locale()) : value;
  });
}

/** A phrase if there is one for that key, else the word itself: levels, occupations and the like are data. */
export function word(group, value) {
  const key = `${group}.${value}`;
  return key in LANGUAGES[current] ? t(key) : value;
}

/** The name of an area or a campaign in the reader's language, else in any, else its id. */
export function nameOf(thing) {
  const names = thing.names ?? {};
  return names[current] ?? Object.values(names)[0] ?? thing.areaId ?? thing.campaignId;
}

/** The same in a list that goes across parents: a name that repeats carries that of the area above. */
export const labelOf = (thing) => thing.labels?.[current] ?? nameOf({ ...thing, names: thing.labels ?? thing.names });

/** Fills in what is marked in the markup. */
export function translateMarkup(root) {
  for (const node of root.querySelectorAll('[data-i18n]')) node.textContent = t(node.dataset.i18n);
  for (const node of root.querySelectorAll('[data-i18n-label]')) node.setAttribute('aria-label', t(node.dataset.i18nLabel));
}

/** What the reader chose on an earlier visit. */
export function remembered(what) {
  try {
    return localStorage.getItem(`muster.${what}`);
  } catch {
    return null;
  }
}

/** Keeps a choice for the next visit, where the browser lets us. */
export function remember(what, value) {
  try {
    localStorage.setItem(`muster.${what}`, value);
  } catch {
    // Nothing is lost but the choice.
  }
}
