// Runs before the first paint to avoid a flash of the wrong theme: the stored theme, else that of the system.
(() => {
  const isDark = matchMedia('(prefers-color-scheme: dark)');
  const choose = () => {
    let chosen = null;
    try {
      chosen = localStorage.getItem('muster.theme');
    } catch {
      // Storage may be disabled; use the system theme.
    }
    document.documentElement.dataset.theme = chosen ?? (isDark.matches ? 'dark' : 'light');
  };
  choose();
  isDark.addEventListener('change', choose);
})();
