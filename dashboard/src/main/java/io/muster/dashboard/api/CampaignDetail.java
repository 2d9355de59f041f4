package io.muster.dashboard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.domain.AreaId;
import io.muster.domain.tally.CampaignRow.DataQuality;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a campaign.
 *
 * @param daysLeft days left including the as-of day; null if the campaign is not counted
 * @param root null if the campaign is not counted, or its root area is not defined
 * @param corrections corrections of the as-of day; null if the campaign is not counted
 * @param quality null if the campaign is not counted
 */
public record CampaignDetail(
        @JsonUnwrapped CampaignHead head,
        @Nullable Long daysLeft,
        @JsonUnwrapped Stock stock,
        @Nullable AreaFigures root,
        @JsonUnwrapped Rankings rankings,
        @Nullable CorrectionDay corrections,
        @Nullable DataQuality quality,
        long alertsFiring) {

    /**
     * Leading and completed areas by level, top down; empty if the campaign is not counted.
     *
     * @param levels all levels below the root
     * @param completed lacks levels without completed areas
     */
    public record Rankings(List<String> levels, List<Leaders> leaders, List<Completed> completed) {

        static final Rankings NONE = new Rankings(List.of(), List.of(), List.of());
    }

    /**
     * Participants before and since the start of the campaign.
     *
     * @param stockPercent percentage of the stock target that is reached
     */
    public record Stock(
            @Nullable Long baseline,
            @Nullable Long stock,
            @Nullable Long stockTarget,
            @Nullable Double stockPercent) {}

    /** The top five areas of a level. */
    public record Leaders(String level, List<Leader> byCount, List<Leader> byAttainment) {}

    /**
     * A leading area.
     *
     * @param labels names, with the parent's name if another area of the level has the same name
     */
    public record Leader(
            int rank,
            AreaId areaId,
            Map<String, String> names,
            Map<String, String> labels,
            long enrolled,
            @Nullable Long target,
            @Nullable Double attainmentPercent) {}

    /** The areas of a level that reached their target: their number, and the earliest ones. */
    public record Completed(String level, int count, List<Completion> first) {}

    /**
     * An area that reached its target.
     *
     * @param labels as in {@link Leader}
     */
    public record Completion(
            AreaId areaId, Map<String, String> names, Map<String, String> labels, LocalDate completedOn) {}
}
