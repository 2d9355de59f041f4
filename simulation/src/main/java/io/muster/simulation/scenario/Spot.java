package io.muster.simulation.scenario;

import java.time.LocalDate;

/** Where and on which day somebody counts. */
record Spot(String areaId, LocalDate day) {

    Spot in(String otherAreaId) {
        return new Spot(otherAreaId, day);
    }

    Spot on(LocalDate otherDay) {
        return new Spot(areaId, otherDay);
    }
}
