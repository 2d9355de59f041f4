/** What is not in the figures and what is odd in the definitions, in words. */
import { el, keyed, setAttribute, setText } from '../dom.js';
import { nameOf, t } from '../i18n.js';

/** `unplaced` is the sum of the first two, so it is told only where the campaign itself is unknown. */
const COUNTERS = ['unknownArea', 'outsideTree', 'outsidePeriod', 'rejected', 'orphanAreas', 'cyclicAreas', 'targetMismatches'];

export function qualityPanel(root) {
  const well = el('p', { class: 'quiet', 'data-quality': 'well' }, t('quality.well'));
  const list = el('ul', { class: 'quality' });
  root.append(well, list);
  return ({ campaign }) => {
    if (!campaign?.quality || !campaign.root) return;
    const { quality, root: top } = campaign;
    const counters = quality.campaignKnown ? COUNTERS : ['unplaced', ...COUNTERS];
    const told = counters.filter((counter) => quality[counter]);
    well.hidden = Boolean(told.length);
    keyed(list, told, (counter) => counter, (counter) => el('li', { 'data-quality': counter }), (node, counter) => {
      setText(node, t(`quality.${counter}`, { n: quality[counter], root: nameOf(top) }));
      setAttribute(node, 'data-value', quality[counter]);
    });
  };
}
