package io.muster.simulation.scenario;

import java.time.LocalDate;

/** The area and day that an enrollment counts for. */
record AreaAndDay(String areaId, LocalDate day) {

    AreaAndDay in(String otherAreaId) {
        return new AreaAndDay(otherAreaId, day);
    }

    AreaAndDay on(LocalDate otherDay) {
        return new AreaAndDay(areaId, otherDay);
    }
}
