package io.muster.board;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Immutable snapshot of one campaign.
 *
 * @param definition null if counts exist but no definition
 * @param progress null until its row is read
 * @param targets by area id
 * @param areas by area id
 * @param removedBy position of the last tombstones of area progress
 */
public record CampaignView(
        @Nullable Campaign definition,
        @Nullable Published<CampaignRow> progress,
        Map<AreaId, Long> targets,
        Map<AreaId, AreaView> areas,
        ReadPosition removedBy) {

    /** Enrolled in an area, including all areas below it, by day; empty if nothing is published. */
    public Map<LocalDate, Long> enrolled(AreaId areaId) {
        AreaView area = areas.get(areaId);
        Map<LocalDate, Long> enrolled = new HashMap<>();
        if (area != null) {
            area.days().forEach((date, day) -> enrolled.put(date, day.row().enrolled()));
        }
        return enrolled;
    }

    /** The progress rows of all counted areas. */
    public Stream<Published<AreaRow>> rows() {
        return areas.values().stream().mapMulti((area, rows) -> {
            if (area.progress() != null) {
                rows.accept(area.progress());
            }
        });
    }
}
