/** Translations of the page. */
import en from './i18n/en.js';
import vi from './i18n/vi.js';

const LANGUAGES = { vi, en };
const LOCALES = { vi: 'vi-VN', en: 'en-GB' };
let current = 'en';

export const languages = Object.keys(LANGUAGES);
export const language = () => current;
export const locale = () => LOCALES[current];

/** Accepts a supported language. */
export function setLanguage(code) {
  if (code in LANGUAGES) current = code;
  document.documentElement.lang = current;
}

/** The language of the URL, else the stored one, else the browser's, else English. */
export function preferredLanguage(ofUrl) {
  return [ofUrl, remembered('lang'), navigator.language?.slice(0, 2)].find((code) => code in LANGUAGES) ?? 'en';
}

/**
 * A phrase with its {placeholders} filled in and numbers formatted. `n` selects the plural form (one, other).
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

/** The phrase of a key, else the word itself: levels, occupations and the like are data. */
export function word(group, value) {
  const key = `${group}.${value}`;
  return key in LANGUAGES[current] ? t(key) : value;
}

/** The name of an area or a campaign in the reader's language, else in any other, else its id. */
export function nameOf(thing) {
  const names = thing.names ?? {};
  return names[current] ?? Object.values(names)[0] ?? thing.areaId ?? thing.campaignId;
}

/** The name for lists that mix several parents: repeated names include the parent's name. */
export const labelOf = (thing) => thing.labels?.[current] ?? nameOf({ ...thing, names: thing.labels ?? thing.names });

/** Translates the marked elements of the markup. */
export function translateMarkup(root) {
  for (const node of root.querySelectorAll('[data-i18n]')) node.textContent = t(node.dataset.i18n);
  for (const node of root.querySelectorAll('[data-i18n-label]')) node.setAttribute('aria-label', t(node.dataset.i18nLabel));
}

/** The stored choice of an earlier visit. */
export function remembered(what) {
  try {
    return localStorage.getItem(`muster.${what}`);
  } catch {
    return null;
  }
}

/** Stores a choice for the next visit, if the browser allows it. */
export function remember(what, value) {
  try {
    localStorage.setItem(`muster.${what}`, value);
  } catch {
    // Storage is disabled; the choice is not kept.
  }
}
