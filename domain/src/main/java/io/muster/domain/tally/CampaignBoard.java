package io.muster.domain.tally;

import io.muster.domain.ledger.Cell;
import io.muster.domain.ledger.OddSource.Oddity;
import io.muster.domain.ledger.Subtotal;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Segment;
import io.muster.domain.tally.AreaTree.Node;
import io.muster.domain.tally.CampaignRow.DataQuality;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything counted in one campaign. It adds the subtotals of the input partitions, rolls areas up the tree, and hands out the
 * rows that changed. All of it is a function of the latest subtotals, the reference records and the as-of clock, so subtotals and
 * reference records may come in any order, and more than once.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class CampaignBoard {

    private final String campaignId;
    private final CellSums cells = new CellSums();
    private final RowLog log = new RowLog();

    private References references = References.NONE;
    private ForestCheck forest = ForestCheck.NOTHING_ODD;
    private @Nullable Campaign campaign;
    private AreaTree tree = new AreaTree(Map.of(), "");
    /** Null while the cells are not added up along the tree. */
    private @Nullable RollUp rollUp;

    private long lastRecordedAt = Long.MIN_VALUE;
    private @Nullable LocalDate judgedFor;
    private @Nullable Judgement judgement;
    private Instant watchAgainAt = Instant.MAX;
    private boolean named;
    private boolean changed;
    private boolean rebuilt;

    public CampaignBoard(String campaignId) {
        this.campaignId = campaignId;
    }

    /** Takes the absolute subtotal of one of this campaign's cells from one input partition. */
    public void put(Cell cell, int partition, Subtotal subtotal) {
        named = true;
        changed = true;
        lastRecordedAt = Math.max(lastRecordedAt, subtotal.recorded().last());
        cells.put(cell.areaId(), cell.day(), partition, subtotal, rollUp == null ? CellSums.NOBODY : rollUp);
    }

    /**
     * Takes over that a row was handed out for that key before, by a board that is no more: if it is gone, that is a change.
     *
     * @param row null where it is not known which, so that it is handed out again
     */
    public void remember(RowKey key, @Nullable Row row) {
        log.remember(key, row);
        changed = true;
        rebuilt = true;
    }

    /** Takes all reference records as they are now. */
    public void refer(References now) {
        if (now.equals(references)) {
            return;
        }
        Campaign definition = now.campaigns().get(campaignId);
        boolean sameTree = now.areas().equals(references.areas()) && Objects.equals(definition, campaign);
        references = now;
        campaign = definition;
        judgement = null;
        changed = true;
        rebuilt = true;
        if (!sameTree) {
            forest = ForestCheck.of(now.areas());
            tree = new AreaTree(now.areas(), definition == null ? "" : definition.rootAreaId());
            rollUp = null;
        }
    }

    /** Hands out every row that is new, different or gone since the last call. */
    public void changes(AsOf asOf, Consumer<Change> receiver) {
        Campaign known = campaign;
        Instant now = known == null ? Instant.MIN : asOf.moment(known, lastRecordedAt);
        LocalDate asOfDay = known == null ? null : LocalDate.ofInstant(now, known.zone());
        if (!changed && Objects.equals(asOfDay, judgedFor) && now.isBefore(watchAgainAt)) {
            return;
        }
        RollUp sums = addUp(asOfDay == null ? LocalDate.MIN : asOfDay);
        Judgement judged = known == null || asOfDay == null ? null : judgement(known, asOfDay);
        List<AreaRow> areaRows = judged == null ? List.of() : judged.judge();
        if (rebuilt) {
            tree.nodes().forEach(node -> node.tally().drainChanges(day -> {}, segment -> {}));
            List<Row> rows = allRows(asOfDay, areaRows, sums);
            if (judged != null) {
                judged.watch().judge(now, fired -> {}, never -> {});
                judged.watch().rows().forEach(rows::add);
            }
            log.offerAll(rows, receiver);
        } else {
            for (Node node : tree.nodes()) {
                node.tally()
                        .drainChanges(
                                day -> log.offer(dayRow(node, day), receiver),
                                segment -> log.offer(segmentRow(node, segment), receiver));
            }
            areaRows.forEach(row -> log.offer(row, receiver));
            log.offer(campaignRow(asOfDay, areaRows, sums), receiver);
            if (judged != null) {
                judged.watch().judge(now, row -> log.offer(row, receiver), key -> log.withdraw(key, receiver));
            }
        }
        watchAgainAt = judged == null ? Instant.MAX : judged.watch().next();
        judgedFor = asOfDay;
        changed = false;
        rebuilt = false;
    }

    /** Adds the cells up along a tree that is new, or moves the sums to the as-of day. */
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
        Judgement kept = judgement;
        if (kept == null || !kept.isFor(asOfDay)) {
            kept = new Judgement(known, references, asOfDay, tree);
            judgement = kept;
        }
        return kept;
    }

    private List<Row> allRows(@Nullable LocalDate asOfDay, List<AreaRow> areaRows, RollUp sums) {
        List<Row> rows = new ArrayList<>(areaRows);
        for (Node node : tree.nodes()) {
            Set<LocalDate> days = new HashSet<>(certified(node).keySet());
            node.tally().forEachDay(days::add);
            days.forEach(day -> rows.add(dayRow(node, day)));
            node.tally().segments().forEach(segment -> rows.add(segmentRow(node, segment)));
        }
        if (campaign != null || named) {
            rows.add(campaignRow(asOfDay, areaRows, sums));
        }
        return rows;
    }

    private DayRow dayRow(Node node, LocalDate day) {
        AreaTally tally = node.tally();
        return new DayRow(
                campaignId,
                node.area().areaId(),
                day,
                tally.enrolledOn(day),
                tally.withdrawnOn(day),
                certified(node).get(day));
    }

    private Map<LocalDate, Long> certified(Node node) {
        return references.certified(campaignId, node.area().areaId());
    }

    private SegmentRow segmentRow(Node node, Segment segment) {
        return new SegmentRow(
                campaignId,
                node.area().areaId(),
                segment.dimension(),
                segment.value(),
                node.tally().enrolledOf(segment));
    }

    private CampaignRow campaignRow(@Nullable LocalDate asOfDay, List<AreaRow> areaRows, RollUp sums) {
        AreaRow root = areaRows.stream()
                .filter(row -> row.parentId() == null)
                .findFirst()
                .orElse(null);
        Long baseline = campaign == null ? null : campaign.baseline();
        return new CampaignRow(
                campaignId,
                asOfDay,
                root,
                root == null || baseline == null ? null : baseline + root.enrolled(),
                campaign == null ? null : campaign.stockTarget(),
                Leaders.of(tree, areaRows),
                quality(root, areaRows, sums));
    }

    private DataQuality quality(@Nullable AreaRow root, List<AreaRow> areaRows, RollUp sums) {
        Unplaced unplaced = new Unplaced(tree, sums.enrolledElsewhere());
        int mismatches = (int) areaRows.stream()
                .map(AreaRow::childrenTargetDifference)
                .filter(difference -> difference != null && difference != 0)
                .count();
        return new DataQuality(
                campaign != null,
                unplaced.enrolled(),
                campaign == null ? 0 : unplaced.unknown(),
                campaign == null ? 0 : unplaced.enrolled() - unplaced.unknown(),
                root == null ? 0 : root.outsidePeriod(),
                forest.orphans(),
                forest.cyclic(),
                mismatches,
                root == null ? 0 : root.datedAhead(),
                unplaced.areas(),
                sums.oddSources().most(Oddity.RECORDED_AHEAD),
                sums.oddSources().most(Oddity.CHANGED_ELSEWHERE));
    }
}
