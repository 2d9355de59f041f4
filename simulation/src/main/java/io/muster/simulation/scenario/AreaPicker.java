package io.muster.simulation.scenario;

import io.muster.domain.AreaId;
import java.util.List;

/** Draws areas of enrollment, correct or wrong. */
final class AreaPicker {

    private static final double COMMUNE_NOT_KNOWN = 0.02;

    private final SampleAreas areas;
    private final SeededRandom random;

    AreaPicker(SampleAreas areas, SeededRandom random) {
        this.areas = areas;
        this.random = random;
    }

    /** A commune of the district; rarely the district itself, as if the commune were unknown. */
    AreaId in(AreaId districtId) {
        if (random.happens(COMMUNE_NOT_KNOWN)) {
            return districtId;
        }
        return areas.communesOf(districtId).get(random.weighted(areas.weightsOf(districtId)));
    }

    /** Another area; half of the time in another district. */
    AreaId otherThan(AreaId areaId) {
        return random.happens(0.5) ? neighbourOf(areaId) : elsewhere(areaId);
    }

    /** Another commune of the same district. */
    AreaId neighbourOf(AreaId areaId) {
        return anyBut(areaId, areas.communesOf(areas.districtOf(areaId)));
    }

    /** An area in another district. */
    AreaId elsewhere(AreaId areaId) {
        return in(anyBut(areas.districtOf(areaId), areas.districts()));
    }

    private AreaId anyBut(AreaId not, List<AreaId> ids) {
        return random.oneOf(ids.stream().filter(id -> !id.equals(not)).toList());
    }
}
