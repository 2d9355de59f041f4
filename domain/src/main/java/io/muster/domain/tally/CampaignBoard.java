package io.muster.domain.tally;

import io.muster.domain.CampaignId;
import io.muster.domain.ledger.Cell;
import io.muster.domain.ledger.Subtotal;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.References;
import io.muster.domain.tally.TallyTree.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one campaign. The board adds up the subtotals of the input partitions, rolls them up the area tree, and
 * reports the rows that changed. All rows are a function of the latest subtotals, the reference records and the as-of
 * clock. Subtotals and reference records may therefore arrive in any order, and more than once.
 *
 * <p>Not thread-safe.
 */
public final class CampaignBoard {

    /** Which rows may differ from those that were reported last. */
    private enum Stale {
        NOTHING,
        /** The counts of some cells changed: rows are built for changed areas only. */
        COUNTS,
        /** Any row may have changed or disappeared: all rows are built. */
        ALL
    }

    private final CampaignId campaignId;
    private final CellSums cells = new CellSums();
    private final RowLog reported = new RowLog();

    private References references = References.NONE;
    private ForestCheck forest = ForestCheck.NOTHING_ODD;
    private @Nullable Campaign campaign;
    private TallyTree tree = new TallyTree(Map.of(), TallyTree.NO_AREA);
    /** The sums along the current tree; null until the cells are rolled up. */
    private @Nullable RollUp rollUp;

    private long lastRecordedAt = Long.MIN_VALUE;
    private @Nullable LocalDate judgedFor;
    private @Nullable Judgement judgement;
    private Instant nextAlertCheck = Instant.MAX;
    private Stale stale = Stale.NOTHING;

    public CampaignBoard(CampaignId campaignId) {
        this.campaignId = campaignId;
    }

    /** Applies the absolute subtotal of one of this campaign's cells from one input partition. */
    public void put(Cell cell, int partition, Subtotal subtotal) {
        stale = stale == Stale.ALL ? Stale.ALL : Stale.COUNTS;
        lastRecordedAt = Math.max(lastRecordedAt, subtotal.recorded().last());
        cells.put(cell.areaId(), cell.day(), partition, subtotal, rollUp == null ? CellSums.IGNORE : rollUp);
    }

    /**
     * Restores a row that a previous board reported. If the row no longer exists, its disappearance is reported as a
     * change.
     *
     * @param row null if the content is unknown; the row is then reported again
     */
    public void remember(RowKey key, @Nullable Row row) {
        reported.remember(key, row);
        stale = Stale.ALL;
    }

    /** Replaces all reference records. */
    public void refer(References now) {
        if (now.equals(references)) {
            return;
        }
        Campaign definition = now.campaigns().get(campaignId);
        boolean sameTree = now.areas().equals(references.areas()) && Objects.equals(definition, campaign);
        references = now;
        campaign = definition;
        judgement = null;
        stale = Stale.ALL;
        if (!sameTree) {
            forest = ForestCheck.of(now.areas());
            tree = new TallyTree(now.areas(), definition == null ? TallyTree.NO_AREA : definition.rootAreaId());
            rollUp = null;
        }
    }

    /** Reports every row that is new, changed or gone since the last call. */
    public void changes(AsOf asOf, Consumer<Change> receiver) {
        Campaign known = campaign;
        Instant now = known == null ? Instant.MIN : asOf.moment(known, lastRecordedAt);
        LocalDate asOfDay = known == null ? null : LocalDate.ofInstant(now, known.zone());
        if (stale == Stale.NOTHING && Objects.equals(asOfDay, judgedFor) && now.isBefore(nextAlertCheck)) {
            return;
        }
        RollUp sums = addUp(asOfDay == null ? LocalDate.MIN : asOfDay);
        Judgement judged = known == null || asOfDay == null ? null : judgement(known, asOfDay);
        List<AreaRow> areaRows = judged == null ? List.of() : judged.judge();
        CampaignRows rows = new CampaignRows(campaignId, campaign, asOfDay, references, forest, tree, sums, areaRows);
        AlertEvaluator.Result alerts =
                judged == null ? AlertEvaluator.Result.NONE : judged.alerts().evaluate(now);
        if (stale == Stale.ALL) {
            reportAll(rows, judged == null ? List.of() : judged.alerts().rows(), receiver);
        } else {
            reportChanged(rows, alerts, receiver);
        }
        nextAlertCheck = judged == null ? Instant.MAX : judged.alerts().nextCheck();
        judgedFor = asOfDay;
        stale = Stale.NOTHING;
    }

    /** Rolls all cells up a new tree, or moves the existing sums to the as-of day. */
    private RollUp addUp(LocalDate asOfDay) {
        RollUp sums = rollUp;
        if (sums == null) {
            sums = new RollUp(tree, campaign, asOfDay);
            cells.replay(sums);
            rollUp = sums;
        } else {
            sums.moveTo(asOfDay, cells);
        }
        return sums;
    }

    private Judgement judgement(Campaign known, LocalDate asOfDay) {
        Judgement current = judgement;
        if (current == null || !current.isFor(asOfDay)) {
            current = new Judgement(known, references, asOfDay, tree);
            judgement = current;
        }
        return current;
    }

    private void reportAll(CampaignRows rows, List<AlertRow> alerts, Consumer<Change> receiver) {
        tree.nodes().forEach(node -> node.tally().drainChanges(day -> {}, segment -> {}));
        List<Row> all = rows.ofAreas();
        if (campaign != null || !cells.isEmpty()) {
            all.add(rows.campaignRow());
        }
        all.addAll(alerts);
        reported.offerAll(all, receiver);
    }

    private void reportChanged(CampaignRows rows, AlertEvaluator.Result alerts, Consumer<Change> receiver) {
        for (Node node : tree.nodes()) {
            node.tally()
                    .drainChanges(
                            day -> reported.offer(rows.day(node, day), receiver),
                            segment -> reported.offer(rows.segment(node, segment), receiver));
        }
        rows.areaRows().forEach(row -> reported.offer(row, receiver));
        reported.offer(rows.campaignRow(), receiver);
        alerts.fired().forEach(row -> reported.offer(row, receiver));
        alerts.neverFired().forEach(key -> reported.withdraw(key, receiver));
    }
}
