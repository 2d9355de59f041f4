package io.muster.domain.tally;

import io.muster.domain.DayMap;
import io.muster.domain.plan.PeriodCounts;
import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.RecordedTimes;
import io.muster.domain.statement.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was counted in one area and below it, and what of it changed since it was last looked at. */
final class AreaTally {

    private static final DayTotal NOTHING = new DayTotal(LocalDate.EPOCH);

    private final DayMap<DayTotal> days = new DayMap<>();
    private final Map<Segment, SegmentTotal> segments = new HashMap<>();
    private final RecordedTimes recorded = new RecordedTimes();
    private final List<DayTotal> changedDays = new ArrayList<>();
    private final List<SegmentTotal> changedSegments = new ArrayList<>();
    private long enrolled;
    private long withdrawn;
    private long datedAhead;
    private long outsidePeriod;
    private long version;

    /** Adds to a day, which exists from then on, even if with nothing. */
    void add(LocalDate day, DayKind kind, long enrolledBy, long withdrawnBy, RecordedTimes recordedThere) {
        version++;
        DayTotal total = days.computeIfAbsent(day, () -> new DayTotal(day));
        total.enrolled += enrolledBy;
        total.withdrawn += withdrawnBy;
        if (!total.changed) {
            total.changed = true;
            changedDays.add(total);
        }
        switch (kind) {
            case TO_DATE -> {
                enrolled += enrolledBy;
                withdrawn += withdrawnBy;
            }
            case AHEAD -> datedAhead += enrolledBy;
            case OUTSIDE -> outsidePeriod += enrolledBy;
        }
        recorded.see(recordedThere);
    }

    /** Takes what was counted on a day of the period that was ahead into the counts to date; negative numbers take it out again. */
    void reach(long enrolledThere, long withdrawnThere) {
        version++;
        enrolled += enrolledThere;
        withdrawn += withdrawnThere;
        datedAhead -= enrolledThere;
    }

    /** Adds to a segment to date, which exists from then on, even if with nothing. */
    void addSegment(Segment segment, long enrolledBy) {
        SegmentTotal total = segments.computeIfAbsent(segment, SegmentTotal::new);
        total.enrolled += enrolledBy;
        if (!total.changed) {
            total.changed = true;
            changedSegments.add(total);
        }
    }

    /** Over the days of the period through the as-of day. */
    long enrolled() {
        return enrolled;
    }

    /** Over the days of the period through the as-of day. */
    long withdrawn() {
        return withdrawn;
    }

    /** Enrolled on the days of the period after the as-of day. */
    long datedAhead() {
        return datedAhead;
    }

    long outsidePeriod() {
        return outsidePeriod;
    }

    /** When the statements were recorded, winning or not, whatever their days. */
    RecordedTimes recorded() {
        return recorded;
    }

    /** When the last statement was recorded; null where nothing was stated. */
    @Nullable
    Instant lastRecordedAt() {
        return recorded.days() == 0 ? null : Instant.ofEpochMilli(recorded.last());
    }

    /** Changes with every count; what is derived from the counts of days is good as long as it does not. */
    long version() {
        return version;
    }

    /** The first day by whose end the target was reached; null if it is not reached through the as-of day. */
    @Nullable
    LocalDate completedOn(long target, Campaign campaign, LocalDate asOfDay) {
        return enrolled < target ? null : PeriodCounts.completedOn(campaign, asOfDay, target, this::enrolledOn);
    }

    /** The days that statements name, in order. */
    void forEachDay(Consumer<LocalDate> receiver) {
        days.forEach((day, total) -> receiver.accept(day));
    }

    long enrolledOn(LocalDate day) {
        return total(day).enrolled;
    }

    long withdrawnOn(LocalDate day) {
        return total(day).withdrawn;
    }

    private DayTotal total(LocalDate day) {
        DayTotal total = days.get(day);
        return total == null ? NOTHING : total;
    }

    Set<Segment> segments() {
        return segments.keySet();
    }

    long enrolledOf(Segment segment) {
        SegmentTotal total = segments.get(segment);
        return total == null ? 0 : total.enrolled;
    }

    /** Hands out what changed since the last time. */
    void drainChanges(Consumer<LocalDate> changedDay, Consumer<Segment> changedSegment) {
        for (DayTotal total : changedDays) {
            total.changed = false;
            changedDay.accept(total.day);
        }
        for (SegmentTotal total : changedSegments) {
            total.changed = false;
            changedSegment.accept(total.segment);
        }
        changedDays.clear();
        changedSegments.clear();
    }

    private static final class DayTotal {
        private final LocalDate day;
        private long enrolled;
        private long withdrawn;
        private boolean changed;

        DayTotal(LocalDate day) {
            this.day = day;
        }
    }

    private static final class SegmentTotal {
        private final Segment segment;
        private long enrolled;
        private boolean changed;

        SegmentTotal(Segment segment) {
            this.segment = segment;
        }
    }
}
