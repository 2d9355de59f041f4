package io.muster.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values by local day, in the order of days. A campaign has a few hundred days at most, and there are very many of these maps: two
 * arrays take a third of the memory of a hash map.
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

    /** From the first day to the last. */
    public void forEach(BiConsumer<LocalDate, V> receiver) {
        for (int i = 0; i < size; i++) {
            receiver.accept(day(i), value(i));
        }
    }

    /** From the first day after one day, through another. */
    public void forEachBetween(LocalDate after, LocalDate through, BiConsumer<LocalDate, V> receiver) {
        int index = Arrays.binarySearch(days, 0, size, after.toEpochDay());
        for (int i = index < 0 ? -index - 1 : index + 1; i < size && days[i] <= through.toEpochDay(); i++) {
            receiver.accept(day(i), value(i));
        }
    }

    /** The day at that place in the order, from 0. */
    public LocalDate day(int index) {
        return LocalDate.ofEpochDay(days[Objects.checkIndex(index, size)]);
    }

    /** How many days have a value. */
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

    /** The value of the day at that place in the order, from 0. */
    @SuppressWarnings({"unchecked", "NullAway"}) // only values of the type are put in
    public V value(int index) {
        return (V) values[Objects.checkIndex(index, size)];
    }
}
