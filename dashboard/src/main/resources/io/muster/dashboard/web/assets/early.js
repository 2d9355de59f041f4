// Runs before the first paint, so that no other theme flashes by: the one chosen before, else the system's.
(() => {
  const isDark = matchMedia('(prefers-color-scheme: dark)');
  const choose = () => {
    let chosen = null;
    try {
      chosen = localStorage.getItem('muster.theme');
    } catch {
      // Storage may be forbidden; then the system's theme it is.
    }
    document.documentElement.dataset.theme = chosen ?? (isDark.matches ? 'dark' : 'light');
  };
  choose();
  isDark.addEventListener('change', choose);
})();
