package io.muster.simulation.scenario;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Campaign;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parameters of a sample: the figures that it must add up to.
 *
 * @param publishedOn the day whose evening figures were published
 * @param recently net enrollments on the seven days up to and including that day
 * @param goals by district; they add up to the province
 * @param uneven the district whose target differs from the sum of its communes
 * @param unevenBy sum of the targets of its communes minus its own target
 * @param holidays days with few enrollments
 */
record Drive(
        long seed,
        Campaign campaign,
        LocalDate publishedOn,
        int recently,
        List<Goal> goals,
        AreaId uneven,
        int unevenBy,
        Set<LocalDate> holidays) {

    /**
     * @param target target of the district
     * @param published net enrollments at the end of the published day
     * @param finished net enrollments at the end of the drive
     */
    record Goal(AreaId districtId, long target, int published, int finished) {

        Goal(String districtId, long target, int published, int finished) {
            this(new AreaId(districtId), target, published, finished);
        }
    }

    long target() {
        return goals.stream().mapToLong(Goal::target).sum();
    }

    int published() {
        return goals.stream().mapToInt(Goal::published).sum();
    }

    /** Targets of the province, its districts and their communes, top-down. */
    Map<AreaId, Long> targets(SampleAreas areas) {
        Map<AreaId, Long> targets = new LinkedHashMap<>();
        targets.put(BacGiang.PROVINCE, target());
        for (Goal goal : goals) {
            AreaId district = goal.districtId();
            targets.put(district, goal.target());
            long shared = goal.target() + (district.equals(uneven) ? unevenBy : 0);
            List<AreaId> communes = areas.communesOf(district);
            long[] parts = Apportionment.divide(shared, areas.weightsOf(district));
            for (int i = 0; i < parts.length; i++) {
                targets.put(communes.get(i), parts[i]);
            }
        }
        return targets;
    }
}
