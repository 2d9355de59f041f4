/** What is not in the figures and what is odd in the definitions, in words. */
import { el, keyed, setAttribute, setText } from '../dom.js';
import { number } from '../format.js';
import { nameOf, t } from '../i18n.js';

/** `unplaced` is the sum of the first two, so it is told only where the campaign itself is unknown. */
const COUNTERS = ['unknownArea', 'outsideTree', 'outsidePeriod', 'datedAhead', 'rejected', 'orphanAreas', 'cyclicAreas', 'targetMismatches'];

/** Whether the areas in which they are have definitions. */
const KNOWN = { unknownArea: false, outsideTree: true };
const SHOWN = 10;

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
      setText(node, t(`quality.${counter}`, { n: quality[counter], root: nameOf(top) }) + where(quality, counter));
      setAttribute(node, 'data-value', quality[counter]);
    });
  };
}

/** The ids of the areas in which those are that cannot be placed. */
function where({ unplacedAreas }, counter) {
  const some = counter in KNOWN ? unplacedAreas.filter(({ known }) => known === KNOWN[counter]) : [];
  if (!some.length) return '';
  const areas = some.slice(0, SHOWN).map(({ areaId, enrolled }) => `${areaId} ${number(enrolled)}`).join(', ');
  return ` (${some.length > SHOWN ? t('quality.areas', { areas }) : areas})`;
}
