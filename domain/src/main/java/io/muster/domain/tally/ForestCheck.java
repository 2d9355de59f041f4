package io.muster.domain.tally;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaTree;
import io.muster.domain.reference.AreaTree.End;
import java.util.Map;

/**
 * The number of defects among all defined areas.
 *
 * @param orphans areas with an undefined ancestor
 * @param cyclic areas whose ancestors form a cycle
 */
record ForestCheck(int orphans, int cyclic) {

    static final ForestCheck NOTHING_ODD = new ForestCheck(0, 0);

    static ForestCheck of(Map<AreaId, Area> areas) {
        int orphans = 0;
        int cyclic = 0;
        AreaTree tree = AreaTree.of(areas);
        for (AreaId areaId : areas.keySet()) {
            End end = tree.path(areaId).end();
            orphans += end == End.UNDEFINED ? 1 : 0;
            cyclic += end == End.CYCLE ? 1 : 0;
        }
        return new ForestCheck(orphans, cyclic);
    }
}
