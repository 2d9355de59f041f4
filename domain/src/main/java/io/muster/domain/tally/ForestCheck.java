package io.muster.domain.tally;

import io.muster.domain.reference.Area;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is odd about all known areas.
 *
 * @param orphans areas that have an undefined ancestor
 * @param cyclic areas whose ancestors run in a circle
 */
record ForestCheck(int orphans, int cyclic) {

    static final ForestCheck NOTHING_ODD = new ForestCheck(0, 0);

    static ForestCheck of(Map<String, Area> areas) {
        int orphans = 0;
        int cyclic = 0;
        Set<String> seen = new HashSet<>();
        for (String areaId : areas.keySet()) {
            seen.clear();
            String at = areaId;
            while (at != null) {
                Area area = areas.get(at);
                if (area == null) {
                    orphans++;
                    break;
                }
                if (!seen.add(at)) {
                    cyclic++;
                    break;
                }
                at = area.parentId();
            }
        }
        return new ForestCheck(orphans, cyclic);
    }
}
