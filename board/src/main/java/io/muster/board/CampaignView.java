package io.muster.board;

import io.muster.domain.reference.Campaign;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one campaign. Immutable.
 *
 * @param definition null while only counts of it are known
 * @param progress null until its row has come
 * @param targets by area id
 * @param areas by area id
 * @param removedBy the last records that took the progress of an area away
 */
public record CampaignView(
        @Nullable Campaign definition,
        @Nullable Published<CampaignRow> progress,
        Map<String, Long> targets,
        Map<String, AreaView> areas,
        Position removedBy) {

    /** Who is enrolled in an area and below it, by day; empty where nothing is published of it. */
    public Map<LocalDate, Long> enrolled(String areaId) {
        AreaView area = areas.get(areaId);
        Map<LocalDate, Long> enrolled = new HashMap<>();
        if (area != null) {
            area.days().forEach((date, day) -> enrolled.put(date, day.row().enrolled()));
        }
        return enrolled;
    }

    /** Where its areas stand, those that are counted. */
    public Stream<Published<AreaRow>> rows() {
        return areas.values().stream().mapMulti((area, rows) -> {
            if (area.progress() != null) {
                rows.accept(area.progress());
            }
        });
    }
}
