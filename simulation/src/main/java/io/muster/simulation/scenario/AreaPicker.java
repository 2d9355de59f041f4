package io.muster.simulation.scenario;

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
    String in(String districtId) {
        if (random.happens(COMMUNE_NOT_KNOWN)) {
            return districtId;
        }
        return areas.communesOf(districtId).get(random.weighted(areas.weightsOf(districtId)));
    }

    /** Another area; half of the time in another district. */
    String otherThan(String areaId) {
        return random.happens(0.5) ? neighbourOf(areaId) : elsewhere(areaId);
    }

    /** Another commune of the same district. */
    String neighbourOf(String areaId) {
        return anyBut(areaId, areas.communesOf(areas.districtOf(areaId)));
    }

    /** An area in another district. */
    String elsewhere(String areaId) {
        return in(anyBut(areas.districtOf(areaId), areas.districts()));
    }

    private String anyBut(String not, List<String> ids) {
        return random.oneOf(ids.stream().filter(id -> !id.equals(not)).toList());
    }
}
