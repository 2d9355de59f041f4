/** Seven small bars: the days up to the as-of day, which is emphasized. */
import { setAttribute, svg } from '../dom.js';
import { number } from '../format.js';
import { t } from '../i18n.js';

const DAYS = 7;
const HEIGHT = 20;
const STEP = 8;

export function sparkline() {
  const node = svg('svg', { class: 'spark', viewBox: `0 0 ${DAYS * STEP} ${HEIGHT}`, role: 'img', preserveAspectRatio: 'none' });
  const bars = Array.from({ length: DAYS }, (_, index) => svg('rect', { x: index * STEP + 1, width: STEP - 2, rx: 1 }));
  bars[DAYS - 1].setAttribute('class', 'last');
  node.append(...bars);
  return {
    node,
    show(counts) {
      const most = Math.max(1, ...counts);
      bars.forEach((bar, index) => {
        const height = Math.max(1, Math.round((HEIGHT * Math.max(0, counts[index] ?? 0)) / most));
        setAttribute(bar, 'height', height);
        setAttribute(bar, 'y', HEIGHT - height);
      });
      setAttribute(node, 'aria-label', t('row.spark', { counts: counts.map(number).join(', ') }));
    },
  };
}
