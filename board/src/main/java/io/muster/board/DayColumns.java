package io.muster.board;

import io.muster.domain.tally.DayRow;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The days of one area in columns, ordered by day. Day rows are by far the most numerous rows: one object per row would
 * take ten times the memory.
 */
final class DayColumns {

    static final int NOT_CERTIFIED = -1;

    /** Empty, with capacity zero. */
    static final DayColumns NONE = new DayColumns(new int[0], new int[0], new int[0], new int[0], new long[0], 0);

    int[] days;
    int[] enrolled;
    int[] withdrawn;
    int[] certified;
    long[] computedAt;
    int size;

    /** One row, with the types of the columns. */
    record Day(int date, int enrolled, int withdrawn, int certified, long computedAt) {

        /** @throws ArithmeticException if a count exceeds an int */
        static Day of(Published<DayRow> published) {
            DayRow row = published.row();
            Long certified = row.certified();
            return new Day(
                    Math.toIntExact(row.date().toEpochDay()),
                    Math.toIntExact(row.enrolled()),
                    Math.toIntExact(row.withdrawn()),
                    certified == null ? NOT_CERTIFIED : Math.toIntExact(certified),
                    published.computedAt().toEpochMilli());
        }
    }

    private DayColumns(int[] days, int[] enrolled, int[] withdrawn, int[] certified, long[] computedAt, int size) {
        this.days = days;
        this.enrolled = enrolled;
        this.withdrawn = withdrawn;
        this.certified = certified;
        this.computedAt = computedAt;
        this.size = size;
    }

    /** A copy with the given capacity. */
    DayColumns withCapacity(int rows) {
        return new DayColumns(
                Arrays.copyOf(days, rows),
                Arrays.copyOf(enrolled, rows),
                Arrays.copyOf(withdrawn, rows),
                Arrays.copyOf(certified, rows),
                Arrays.copyOf(computedAt, rows),
                size);
    }

    boolean isFull() {
        return size == days.length;
    }

    /** The index of a day, or the insertion point as {@link Arrays#binarySearch(int[], int)} encodes it. */
    int find(long epochDay) {
        return Arrays.binarySearch(days, 0, size, (int) epochDay);
    }

    void set(int index, Day day) {
        days[index] = day.date;
        enrolled[index] = day.enrolled;
        withdrawn[index] = day.withdrawn;
        certified[index] = day.certified;
        computedAt[index] = day.computedAt;
    }

    void insert(int index, Day day) {
        move(index, index + 1);
        size++;
        set(index, day);
    }

    void remove(int index) {
        move(index + 1, index);
        size--;
    }

    private void move(int from, int to) {
        int count = size - from;
        System.arraycopy(days, from, days, to, count);
        System.arraycopy(enrolled, from, enrolled, to, count);
        System.arraycopy(withdrawn, from, withdrawn, to, count);
        System.arraycopy(certified, from, certified, to, count);
        System.arraycopy(computedAt, from, computedAt, to, count);
    }

    @Nullable
    Long certified(int index) {
        return certified[index] == NOT_CERTIFIED ? null : (Long) (long) certified[index];
    }
}
