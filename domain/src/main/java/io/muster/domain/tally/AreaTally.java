package io.muster.domain.tally;

import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Segment;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What was counted in one area and below it, and what of it changed since it was last looked at. */
final class AreaTally {

    private static final DayTotal NOTHING = new DayTotal();

    private final Map<LocalDate, DayTotal> days = new HashMap<>();
    private final Map<Segment, SegmentTotal> segments = new HashMap<>();
    private final Set<LocalDate> changedDays = new HashSet<>();
    private final Set<Segment> changedSegments = new HashSet<>();
    private long enrolled;
    private long withdrawn;
    private long outsidePeriod;
    private long lastRecordedAt = Long.MIN_VALUE;

    /** Adds to a day, which exists from then on, even if with nothing. */
    void add(LocalDate day, boolean inPeriod, long enrolledBy, long withdrawnBy, long recordedAt) {
        DayTotal total = days.computeIfAbsent(day, d -> new DayTotal());
        total.enrolled += enrolledBy;
        total.withdrawn += withdrawnBy;
        changedDays.add(day);
        if (inPeriod) {
            enrolled += enrolledBy;
            withdrawn += withdrawnBy;
        } else {
            outsidePeriod += enrolledBy;
        }
        lastRecordedAt = Math.max(lastRecordedAt, recordedAt);
    }

    /** Adds to a segment, which exists from then on, even if with nothing. */
    void addSegment(Segment segment, long enrolledBy) {
        segments.computeIfAbsent(segment, s -> new SegmentTotal()).enrolled += enrolledBy;
        changedSegments.add(segment);
    }

    /** Over the days of the period. */
    long enrolled() {
        return enrolled;
    }

    /** Over the days of the period. */
    long withdrawn() {
        return withdrawn;
    }

    long outsidePeriod() {
        return outsidePeriod;
    }

    /** In epoch milliseconds; {@link Long#MIN_VALUE} where nothing was stated. */
    long lastRecordedAt() {
        return lastRecordedAt;
    }

    Set<LocalDate> days() {
        return days.keySet();
    }

    long enrolledOn(LocalDate day) {
        return days.getOrDefault(day, NOTHING).enrolled;
    }

    long withdrawnOn(LocalDate day) {
        return days.getOrDefault(day, NOTHING).withdrawn;
    }

    /** Enrolled on the days of the period from one day through another. */
    long enrolledBetween(LocalDate from, LocalDate through, Campaign campaign) {
        LocalDate day = from.isBefore(campaign.startsOn()) ? campaign.startsOn() : from;
        LocalDate last = through.isAfter(campaign.endsOn()) ? campaign.endsOn() : through;
        long sum = 0;
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            sum += enrolledOn(day);
        }
        return sum;
    }

    Set<Segment> segments() {
        return segments.keySet();
    }

    long enrolledOf(Segment segment) {
        SegmentTotal total = segments.get(segment);
        return total == null ? 0 : total.enrolled;
    }

    Set<LocalDate> changedDays() {
        return changedDays;
    }

    Set<Segment> changedSegments() {
        return changedSegments;
    }

    void forgetChanges() {
        changedDays.clear();
        changedSegments.clear();
    }

    private static final class DayTotal {
        private long enrolled;
        private long withdrawn;
    }

    private static final class SegmentTotal {
        private long enrolled;
    }
}
