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

/** The counts of one area and all areas below it. Keeps track of the days and segments that changed. */
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

    /** Adds to the counts of a day. The day exists from then on, even if its counts are 0. */
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

    /**
     * Moves the counts of a day of the period from dated ahead to the counts to date, when the as-of day reaches it.
     * Negative numbers move them back.
     */
    void reach(long enrolledThere, long withdrawnThere) {
        version++;
        enrolled += enrolledThere;
        withdrawn += withdrawnThere;
        datedAhead -= enrolledThere;
    }

    /** Adds to the count to date of a segment. The segment exists from then on, even if its count is 0. */
    void addSegment(Segment segment, long enrolledBy) {
        SegmentTotal total = segments.computeIfAbsent(segment, SegmentTotal::new);
        total.enrolled += enrolledBy;
        if (!total.changed) {
            total.changed = true;
            changedSegments.add(total);
        }
    }

    /** Enrolled on the days of the period through the as-of day. */
    long enrolled() {
        return enrolled;
    }

    /** Withdrawn on the days of the period through the as-of day. */
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

    /** The recording times of all statements, winning or not, for any day. */
    RecordedTimes recorded() {
        return recorded;
    }

    /** The time at which the last statement was recorded; null if there is none. */
    @Nullable
    Instant lastRecordedAt() {
        return recorded.days() == 0 ? null : Instant.ofEpochMilli(recorded.last());
    }

    /** Changes whenever a count does. Values derived from daily counts are valid while the version is the same. */
    long version() {
        return version;
    }

    /** The first day at whose end the target was reached; null if it was not reached through the as-of day. */
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

    /** Reports the days and segments that changed since the last call. */
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
