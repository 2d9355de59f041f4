/** Language and theme. */
import { el, setAttribute } from '../dom.js';
import { language, languages, remember, t } from '../i18n.js';
import { adjust } from '../route.js';

const isDark = () => document.documentElement.dataset.theme === 'dark';

export function switchesPanel(root, { redraw }) {
  const buttons = languages.map((code) =>
    el('button', {
      type: 'button', 'data-lang': code, lang: code, 'aria-pressed': String(code === language()), onclick: () => {
        adjust({ lang: code });
        /** @type {HTMLElement} */ (document.querySelector(`[data-lang="${code}"]`)).focus();
      },
    }, t(`language.${code}`)));
  const theme = el('button', {
    type: 'button', class: 'icon-button', 'data-theme-switch': true, onclick: () => {
      document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
      remember('theme', document.documentElement.dataset.theme);
      show();
      redraw('theme');
    },
  }, el('span', { class: 'icon icon-theme', 'aria-hidden': 'true' }));
  root.append(el('div', { class: 'languages', role: 'group', 'aria-label': t('language') }, ...buttons), theme);

  function show() {
    const label = t(isDark() ? 'theme.light' : 'theme.dark');
    setAttribute(theme, 'aria-label', label);
    setAttribute(theme, 'title', label);
  }
  return show;
}
