package io.muster.domain.tally;

import io.muster.domain.CampaignId;
import io.muster.domain.ledger.OddSource.Oddity;
import io.muster.domain.plan.Stock;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Segment;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.TallyTree.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the rows of one campaign from its tallies.
 *
 * @param campaign null while the campaign is not defined
 * @param asOfDay null while the campaign is not defined
 * @param areaRows the judged areas; empty while the campaign is not defined
 */
record CampaignRows(
        CampaignId campaignId,
        @Nullable Campaign campaign,
        @Nullable LocalDate asOfDay,
        References references,
        ForestCheck forest,
        TallyTree tree,
        RollUp sums,
        List<AreaRow> areaRows) {

    /** All rows of areas, days and segments. */
    List<Row> ofAreas() {
        List<Row> rows = new ArrayList<>(areaRows);
        for (Node node : tree.nodes()) {
            Set<LocalDate> days = new HashSet<>(certified(node).keySet());
            node.tally().forEachDay(days::add);
            days.forEach(day -> rows.add(day(node, day)));
            node.tally().segments().forEach(segment -> rows.add(segment(node, segment)));
        }
        return rows;
    }

    DayRow day(Node node, LocalDate day) {
        AreaTally tally = node.tally();
        return new DayRow(
                campaignId,
                node.area().areaId(),
                day,
                tally.enrolledOn(day),
                tally.withdrawnOn(day),
                certified(node).get(day));
    }

    SegmentRow segment(Node node, Segment segment) {
        return new SegmentRow(
                campaignId,
                node.area().areaId(),
                segment.dimension(),
                segment.value(),
                node.tally().enrolledOf(segment));
    }

    CampaignRow campaignRow() {
        AreaRow root = areaRows.stream()
                .filter(row -> row.parentId() == null)
                .findFirst()
                .orElse(null);
        return new CampaignRow(
                campaignId,
                asOfDay,
                root,
                root == null || campaign == null ? null : Stock.of(campaign.baseline(), root.enrolled()),
                campaign == null ? null : campaign.stockTarget(),
                Leaders.of(tree, areaRows),
                quality(root));
    }

    private Map<LocalDate, Long> certified(Node node) {
        return references.certified(campaignId, node.area().areaId());
    }

    private DataQuality quality(@Nullable AreaRow root) {
        Unplaced unplaced = new Unplaced(tree, sums.enrolledElsewhere());
        boolean known = campaign != null;
        int mismatches = (int) areaRows.stream()
                .map(AreaRow::childrenTargetDifference)
                .filter(difference -> difference != null && difference != 0)
                .count();
        return new DataQuality(
                known,
                new DataQuality.Unplaced(
                        unplaced.enrolled(),
                        known ? unplaced.unknown() : 0,
                        known ? unplaced.enrolled() - unplaced.unknown() : 0),
                root == null ? 0 : root.outsidePeriod(),
                new DataQuality.Definitions(forest.orphans(), forest.cyclic(), mismatches),
                root == null ? 0 : root.datedAhead(),
                unplaced.areas(),
                sums.oddSources().most(Oddity.RECORDED_AHEAD),
                sums.oddSources().most(Oddity.CHANGED_ELSEWHERE));
    }
}
