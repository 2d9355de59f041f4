/** Data quality: what is not counted, and inconsistent definitions. */
import { el, keyed, setAttribute, setText } from '../dom.js';
import { number } from '../format.js';
import { nameOf, t } from '../i18n.js';

/** The counters. `unplaced`, the sum of the first two, is shown before them only if the campaign is undefined. */
const COUNTERS = ['unknownArea', 'outsideTree', 'outsidePeriod', 'datedAhead', 'rejected', 'orphanAreas', 'cyclicAreas', 'targetMismatches'];

/** Whether the unplaced areas of a counter are defined. */
const KNOWN = { unknownArea: false, outsideTree: true };
const SHOWN = 10;

/** Lists of sources with their number of participants. */
const BY_SOURCE = ['recordedAhead', 'changedElsewhere'];

export function qualityPanel(root) {
  const well = el('p', { class: 'quiet', 'data-quality': 'well' }, t('quality.well'));
  const list = el('ul', { class: 'quality' });
  root.append(well, list);
  return ({ campaign }) => {
    if (!campaign?.quality || !campaign.root) return;
    const { quality, root: top } = campaign;
    const counters = quality.campaignKnown ? COUNTERS : ['unplaced', ...COUNTERS];
    const told = [...counters.filter((counter) => quality[counter]), ...BY_SOURCE.filter((list) => quality[list]?.length)];
    well.hidden = Boolean(told.length);
    keyed(list, told, (counter) => counter, (counter) => el('li', { 'data-quality': counter }), (node, counter) => {
      const value = quality[counter];
      const said = Array.isArray(value) ? value.map((one) => t('quality.source', one)).join(', ') : value;
      setText(node, t(`quality.${counter}`, { n: said, root: nameOf(top) }) + where(quality, counter));
      setAttribute(node, 'data-value', said);
    });
  };
}

/** The ids of the areas of unplaced participants. */
function where({ unplacedAreas }, counter) {
  const some = counter in KNOWN ? unplacedAreas.filter(({ known }) => known === KNOWN[counter]) : [];
  if (!some.length) return '';
  const areas = some.slice(0, SHOWN).map(({ areaId, enrolled }) => `${areaId} ${number(enrolled)}`).join(', ');
  return ` (${some.length > SHOWN ? t('quality.areas', { areas }) : areas})`;
}
