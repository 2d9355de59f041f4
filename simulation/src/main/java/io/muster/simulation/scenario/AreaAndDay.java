package io.muster.simulation.scenario;

import io.muster.domain.AreaId;
import java.time.LocalDate;

/** The area and day that an enrollment counts for. */
record AreaAndDay(AreaId areaId, LocalDate day) {

    AreaAndDay in(AreaId otherAreaId) {
        return new AreaAndDay(otherAreaId, day);
    }

    AreaAndDay on(LocalDate otherDay) {
        return new AreaAndDay(areaId, otherDay);
    }
}
