package io.muster.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A map from local days to values, in the order of days. There are very many of these maps, each with a few hundred
 * days at most. Two arrays take a third of the memory of a hash map.
 */
public final class DayMap<V> {

    private static final int FIRST_CAPACITY = 4;

    private long[] days = new long[FIRST_CAPACITY];
    private @Nullable Object[] values = new Object[FIRST_CAPACITY];
    private int size;

    public @Nullable V get(LocalDate day) {
        int index = Arrays.binarySearch(days, 0, size, day.toEpochDay());
        return index < 0 ? null : value(index);
    }

    public V computeIfAbsent(LocalDate day, Supplier<V> first) {
        int index = Arrays.binarySearch(days, 0, size, day.toEpochDay());
        if (index >= 0) {
            return value(index);
        }
        V value = first.get();
        insert(-index - 1, day.toEpochDay(), value);
        return value;
    }

    public void put(LocalDate day, V value) {
        int index = Arrays.binarySearch(days, 0, size, day.toEpochDay());
        if (index >= 0) {
            values[index] = value;
        } else {
            insert(-index - 1, day.toEpochDay(), value);
        }
    }

    /** Visits all days, from the first to the last. */
    public void forEach(BiConsumer<LocalDate, V> receiver) {
        for (int i = 0; i < size; i++) {
            receiver.accept(day(i), value(i));
        }
    }

    /** Visits the days after {@code after}, up to and including {@code through}. */
    public void forEachBetween(LocalDate after, LocalDate through, BiConsumer<LocalDate, V> receiver) {
        int index = Arrays.binarySearch(days, 0, size, after.toEpochDay());
        for (int i = index < 0 ? -index - 1 : index + 1; i < size && days[i] <= through.toEpochDay(); i++) {
            receiver.accept(day(i), value(i));
        }
    }

    /** The day at an index, counted from 0 in the order of days. */
    public LocalDate day(int index) {
        return LocalDate.ofEpochDay(days[Objects.checkIndex(index, size)]);
    }

    /** The number of days that have a value. */
    public int size() {
        return size;
    }

    private void insert(int index, long day, V value) {
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        System.arraycopy(days, index, days, index + 1, size - index);
        System.arraycopy(values, index, values, index + 1, size - index);
        days[index] = day;
        values[index] = value;
        size++;
    }

    /** The value of the day at an index, counted from 0 in the order of days. */
    @SuppressWarnings({"unchecked", "NullAway"}) // only a V is ever stored
    public V value(int index) {
        return (V) values[Objects.checkIndex(index, size)];
    }
}
