package io.muster.domain.tally;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a campaign. Every campaign that is defined, or that a statement names, has a row.
 *
 * @param asOfDay null while the campaign is unknown
 * @param root null while the campaign or its root area is unknown
 * @param stock baseline of the campaign + enrolled
 * @param leaders by level, from the top of the tree down; without the root
 */
public record CampaignRow(
        CampaignId campaignId,
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

    /** The leaders among the areas of one level: ranks 1 to 5, with a figure above 0. */
    public record LevelLeaders(String level, List<Leader> byCount, List<Leader> byAttainment) {
        public LevelLeaders {
            byCount = List.copyOf(byCount);
            byAttainment = List.copyOf(byAttainment);
        }
    }

    /** One leader. Lists are ordered by rank, then area id. */
    public record Leader(
            int rank,
            AreaId areaId,
            long enrolled,
            @Nullable Double attainmentPercent) {}

    /**
     * Counts that the progress leaves out, and defects of the reference records.
     *
     * @param participants enrolled participants who are not counted in any area of the tree
     * @param outsidePeriod enrolled participants of the root on days outside the period
     * @param datedAhead enrolled participants of the root on days of the period after the as-of day
     * @param unplacedAreas the areas of the unplaced participants, most participants first, then by id; at most
     *     {@value #MOST_UNPLACED_AREAS}
     * @param recordedAhead participants by source whose winning statement was recorded ahead of its arrival, in any
     *     area and with any status; most participants first, then by source; at most {@value #MOST_SOURCES}
     * @param changedElsewhere participants by source with a losing statement that enrolls them in another area than
     *     the winning statement names; ordered and limited likewise
     */
    public record DataQuality(
            boolean campaignKnown,
            Unplaced participants,
            long outsidePeriod,
            Definitions definitions,
            long datedAhead,
            List<UnplacedArea> unplacedAreas,
            List<SourceCount> recordedAhead,
            List<SourceCount> changedElsewhere) {

        public static final int MOST_UNPLACED_AREAS = 20;
        public static final int MOST_SOURCES = 20;

        /**
         * Enrolled participants outside the tree.
         *
         * @param unplaced unknownArea + outsideTree; all enrolled participants if the campaign is unknown
         * @param unknownArea those whose area, or an area on its path to the root, has no definition
         * @param outsideTree those whose area is defined, but is not below the campaign's root
         */
        public record Unplaced(long unplaced, long unknownArea, long outsideTree) {
            public static final Unplaced NONE = new Unplaced(0, 0, 0);
        }

        /**
         * Defects of the area definitions and targets.
         *
         * @param orphanAreas defined areas with an undefined ancestor
         * @param cyclicAreas defined areas whose ancestors form a cycle
         * @param targetMismatches areas of the tree whose target differs from the sum of their children's targets
         */
        public record Definitions(int orphanAreas, int cyclicAreas, int targetMismatches) {
            public static final Definitions SOUND = new Definitions(0, 0, 0);
        }

        public DataQuality {
            unplacedAreas = List.copyOf(unplacedAreas);
            recordedAhead = List.copyOf(recordedAhead);
            changedElsewhere = List.copyOf(changedElsewhere);
        }

        public long unplaced() {
            return participants.unplaced;
        }

        public long unknownArea() {
            return participants.unknownArea;
        }

        public long outsideTree() {
            return participants.outsideTree;
        }

        public int orphanAreas() {
            return definitions.orphanAreas;
        }

        public int cyclicAreas() {
            return definitions.cyclicAreas;
        }

        public int targetMismatches() {
            return definitions.targetMismatches;
        }
    }

    /** The number of participants of one source. */
    public record SourceCount(String source, long participants) {}

    /**
     * An area that statements name, but that is not in the tree.
     *
     * @param enrolled participants, on any day
     * @param known whether the area, and every area on the path to its root, has a definition
     */
    public record UnplacedArea(AreaId areaId, long enrolled, boolean known) {}
}
