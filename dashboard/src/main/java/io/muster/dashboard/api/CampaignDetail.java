package io.muster.dashboard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.domain.tally.CampaignRow.DataQuality;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a campaign stands.
 *
 * @param daysLeft whose counts are not final, the as-of day among them; null while it is not counted
 * @param root null while it is not counted, or its root area is not defined
 * @param levels below the root, from above
 * @param completed how many areas reached their target, for each level where any did, from above
 * @param corrections of the as-of day; null while it is not counted
 * @param quality null while it is not counted
 */
public record CampaignDetail(
        @JsonUnwrapped CampaignHead head,
        @Nullable Long daysLeft,
        @JsonUnwrapped Stock stock,
        @Nullable AreaFigures root,
        List<String> levels,
        List<Leaders> leaders,
        List<Completed> completed,
        @Nullable CorrectionDay corrections,
        @Nullable DataQuality quality,
        long alertsFiring) {

    /**
     * Participants before the campaign and in it.
     *
     * @param stockPercent how much of the stock aimed at is reached
     */
    public record Stock(
            @Nullable Long baseline,
            @Nullable Long stock,
            @Nullable Long stockTarget,
            @Nullable Double stockPercent) {}

    /** The first five among the areas of a level. */
    public record Leaders(String level, List<Leader> byCount, List<Leader> byAttainment) {}

    /**
     * One of them.
     *
     * @param labels the names, with that of the area above where another area of the level has the same
     */
    public record Leader(
            int rank,
            String areaId,
            Map<String, String> names,
            Map<String, String> labels,
            long enrolled,
            @Nullable Long target,
            @Nullable Double attainmentPercent) {}

    /** The areas of a level that reached their target: how many, and the first to do so. */
    public record Completed(String level, int count, List<Completion> first) {}

    /**
     * One of them.
     *
     * @param labels as of {@link Leader}
     */
    public record Completion(
            String areaId, Map<String, String> names, Map<String, String> labels, LocalDate completedOn) {}
}
