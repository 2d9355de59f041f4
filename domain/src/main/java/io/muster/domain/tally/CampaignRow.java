package io.muster.domain.tally;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a campaign stands. There is a row for every campaign that is defined, or that any statement names.
 *
 * @param asOfDay null while the campaign is unknown
 * @param root null while the campaign or its root area is unknown
 * @param stock baseline of the campaign + enrolled
 * @param leaders by level, from the top of the tree down; the root is not among them
 */
public record CampaignRow(
        String campaignId,
        @Nullable LocalDate asOfDay,
        @Nullable AreaRow root,
        @Nullable Long stock,
        @Nullable Long stockTarget,
        List<LevelLeaders> leaders,
        DataQuality quality)
        implements Row {
    @Override
    public RowKey key() {
        return new RowKey.OfCampaign(campaignId);
    }

    public CampaignRow {
        leaders = List.copyOf(leaders);
    }

    /** The leaders among the areas of one level: those ranked first to fifth, with more than nothing. */
    public record LevelLeaders(String level, List<Leader> byCount, List<Leader> byAttainment) {
        public LevelLeaders {
            byCount = List.copyOf(byCount);
            byAttainment = List.copyOf(byAttainment);
        }
    }

    /** One leader; lists are by rank, then area id. */
    public record Leader(
            int rank,
            String areaId,
            long enrolled,
            @Nullable Double attainmentPercent) {}

    /**
     * What is not in the progress, and what is odd about the reference records.
     *
     * @param unknownArea enrolled participants whose area, or an area on its way to the root, has no definition
     * @param outsideTree enrolled participants whose area is defined, but not below the campaign's root
     * @param unplaced unknownArea + outsideTree; of an unknown campaign, all its enrolled participants
     * @param outsidePeriod enrolled participants of the root on days outside the period
     * @param orphanAreas areas, of all known, that have an undefined ancestor
     * @param cyclicAreas areas, of all known, whose ancestors run in a circle
     * @param targetMismatches areas of the tree whose target differs from the sum of their children's
     * @param datedAhead enrolled participants of the root on days of the period after the as-of day
     * @param unplacedAreas the areas of those unplaced, most people first, then by id, {@value #MOST_UNPLACED_AREAS} at most
     */
    public record DataQuality(
            boolean campaignKnown,
            long unplaced,
            long unknownArea,
            long outsideTree,
            long outsidePeriod,
            int orphanAreas,
            int cyclicAreas,
            int targetMismatches,
            long datedAhead,
            List<UnplacedArea> unplacedAreas) {

        public static final int MOST_UNPLACED_AREAS = 20;

        public DataQuality {
            unplacedAreas = List.copyOf(unplacedAreas);
        }
    }

    /**
     * An area that statements name, and that is not in the tree.
     *
     * @param enrolled participants, on any day
     * @param known whether it, and every area on the way to its root, has a definition
     */
    public record UnplacedArea(String areaId, long enrolled, boolean known) {}
}
