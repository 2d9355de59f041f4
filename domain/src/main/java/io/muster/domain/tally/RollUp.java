package io.muster.domain.tally;

import io.muster.domain.AreaId;
import io.muster.domain.ledger.OddSource;
import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.RecordedTimes;
import io.muster.domain.statement.Segment;
import io.muster.domain.tally.TallyTree.Node;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds the changes of cells to the tallies of their areas and of all areas above them, for one area tree. */
final class RollUp implements CellSums.Receiver {

    private final TallyTree tree;
    private final @Nullable Campaign campaign;
    private final Map<AreaId, Long> enrolledElsewhere = new HashMap<>();
    private final OddSources oddSources = new OddSources();
    private LocalDate asOfDay;

    private AreaId areaId = TallyTree.NO_AREA;
    private LocalDate day = LocalDate.EPOCH;
    private DayKind kind = DayKind.OUTSIDE;
    private @Nullable Node node;

    /** @param campaign null while it is unknown; the tree is empty then */
    RollUp(TallyTree tree, @Nullable Campaign campaign, LocalDate asOfDay) {
        this.tree = tree;
        this.campaign = campaign;
        this.asOfDay = asOfDay;
    }

    /** Enrolled on any day in stated areas that are not in the tree, by area id. */
    Map<AreaId, Long> enrolledElsewhere() {
        return Collections.unmodifiableMap(enrolledElsewhere);
    }

    /** The sources of odd winning statements, for the whole campaign. */
    OddSources oddSources() {
        return oddSources;
    }

    /** Moves the as-of day forwards or back. The days in between enter or leave the counts to date. */
    void moveTo(LocalDate newDay, CellSums cells) {
        if (newDay.isAfter(asOfDay)) {
            cells.replayBetween(asOfDay, newDay, new Reached(1));
        } else if (newDay.isBefore(asOfDay)) {
            cells.replayBetween(newDay, asOfDay, new Reached(-1));
        }
        asOfDay = newDay;
    }

    @Override
    public void at(AreaId cellsArea, LocalDate cellsDay) {
        areaId = cellsArea;
        day = cellsDay;
        node = tree.get(cellsArea);
        kind = campaign == null ? DayKind.OUTSIDE : DayKind.of(cellsDay, campaign, asOfDay);
    }

    @Override
    public void count(long enrolledBy, long withdrawnBy, RecordedTimes recorded) {
        if (node == null) {
            enrolledElsewhere.merge(areaId, enrolledBy, Long::sum);
        }
        for (Node at = node; at != null; at = at.parent()) {
            at.tally().add(day, kind, enrolledBy, withdrawnBy, recorded);
        }
    }

    @Override
    public void segment(Segment segment, long enrolledBy) {
        if (kind != DayKind.OUTSIDE) {
            addSegment(node, segment, kind == DayKind.TO_DATE ? enrolledBy : 0);
        }
    }

    @Override
    public void odd(OddSource source, long by) {
        oddSources.add(source, by);
    }

    private static void addSegment(@Nullable Node from, Segment segment, long enrolledBy) {
        for (Node at = from; at != null; at = at.parent()) {
            at.tally().addSegment(segment, enrolledBy);
        }
    }

    /** Moves the cells of days that the as-of day has reached into the counts to date, or back out of them. */
    private final class Reached implements CellSums.Receiver {

        private final int sign;
        private @Nullable Node reached;

        Reached(int sign) {
            this.sign = sign;
        }

        @Override
        public void at(AreaId cellsArea, LocalDate cellsDay) {
            reached = campaign != null && campaign.covers(cellsDay) ? tree.get(cellsArea) : null;
        }

        @Override
        public void count(long enrolled, long withdrawn, RecordedTimes recorded) {
            for (Node at = reached; at != null; at = at.parent()) {
                at.tally().reach(sign * enrolled, sign * withdrawn);
            }
        }

        @Override
        public void segment(Segment segment, long enrolled) {
            addSegment(reached, segment, sign * enrolled);
        }

        @Override
        public void odd(OddSource source, long by) {
            // oddities do not depend on the as-of day
        }
    }
}
