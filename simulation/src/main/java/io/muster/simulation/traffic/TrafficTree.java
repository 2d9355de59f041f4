package io.muster.simulation.traffic;

/**
 * Ids of the areas: a province, districts of twenty communes each, and communes. A larger tree contains every smaller
 * one, so that plans of different sizes can follow one another.
 */
final class TrafficTree {

    static final String PROVINCE = "sim";

    private static final int COMMUNES_PER_DISTRICT = 20;

    private TrafficTree() {}

    static int districts(int communes) {
        return districtOf(communes - 1) + 1;
    }

    static int districtOf(int commune) {
        return commune / COMMUNES_PER_DISTRICT;
    }

    static String districtId(int district) {
        return PROVINCE + ".d" + (district + 1);
    }

    static String communeId(int commune) {
        return districtId(districtOf(commune)) + ".c" + (commune % COMMUNES_PER_DISTRICT + 1);
    }
}
