package io.muster.simulation.traffic;

import io.muster.domain.AreaId;

/**
 * Ids of the areas: a province, districts of twenty communes each, and communes. A larger tree contains every smaller
 * one, so that plans of different sizes can follow one another.
 */
final class TrafficTree {

    static final AreaId PROVINCE = new AreaId("sim");

    private static final int COMMUNES_PER_DISTRICT = 20;

    private TrafficTree() {}

    static int districts(int communes) {
        return districtOf(communes - 1) + 1;
    }

    static int districtOf(int commune) {
        return commune / COMMUNES_PER_DISTRICT;
    }

    static AreaId districtId(int district) {
        return new AreaId(PROVINCE + ".d" + (district + 1));
    }

    static AreaId communeId(int commune) {
        return new AreaId(districtId(districtOf(commune)) + ".c" + (commune % COMMUNES_PER_DISTRICT + 1));
    }
}
