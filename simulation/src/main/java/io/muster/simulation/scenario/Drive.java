package io.muster.simulation.scenario;

import io.muster.domain.reference.Campaign;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a sample has to come out at.
 *
 * @param publishedOn the day whose evening figures were published
 * @param recently net new on the seven days that end on that day
 * @param goals by district, adding up to the province
 * @param uneven a district whose communes' targets do not sum to its own
 * @param unevenBy by how much its communes' targets are more
 * @param holidays days on which few enroll
 */
record Drive(
        long seed,
        Campaign campaign,
        LocalDate publishedOn,
        int recently,
        List<Goal> goals,
        String uneven,
        int unevenBy,
        Set<LocalDate> holidays) {

    /**
     * @param target what the district is to reach
     * @param published net new at the end of the published day
     * @param finished net new at the end of the drive
     */
    record Goal(String districtId, long target, int published, int finished) {}

    long target() {
        return goals.stream().mapToLong(Goal::target).sum();
    }

    int published() {
        return goals.stream().mapToInt(Goal::published).sum();
    }

    /** The targets of the province, its districts and their communes, in the order of the tree. */
    Map<String, Long> targets(Tree tree) {
        Map<String, Long> targets = new LinkedHashMap<>();
        targets.put(BacGiang.PROVINCE, target());
        for (Goal goal : goals) {
            String district = goal.districtId();
            targets.put(district, goal.target());
            long shared = goal.target() + (district.equals(uneven) ? unevenBy : 0);
            List<String> communes = tree.communesOf(district);
            long[] parts = Apportionment.divide(shared, tree.weightsOf(district));
            for (int i = 0; i < parts.length; i++) {
                targets.put(communes.get(i), parts[i]);
            }
        }
        return targets;
    }
}
