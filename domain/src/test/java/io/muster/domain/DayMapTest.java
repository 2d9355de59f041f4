package io.muster.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;

class DayMapTest {

    private static final LocalDate DAY = LocalDate.parse("2023-05-12");

    private final DayMap<String> map = new DayMap<>();

    @Property
    void shouldHoldTheSameEntriesAsATreeMap(@ForAll List<LocalDate> days) {
        DayMap<Integer> held = new DayMap<>();
        Map<LocalDate, Integer> expected = new TreeMap<>();
        for (int i = 0; i < days.size(); i++) {
            held.put(days.get(i), i);
            expected.put(days.get(i), i);
        }

        Map<LocalDate, Integer> seen = new TreeMap<>();
        held.forEach(seen::put);
        assertThat(seen).isEqualTo(expected);
        assertThat(held.size()).isEqualTo(expected.size());
        expected.forEach((day, value) -> assertThat(held.get(day)).isEqualTo(value));
    }

    @Property
    void shouldIterateOverARangeOfDaysLikeATreeMap(
            @ForAll List<@DateRange(min = "2023-05-01", max = "2023-05-20") LocalDate> days,
            @ForAll @DateRange(min = "2023-05-01", max = "2023-05-20") LocalDate after,
            @ForAll @IntRange(min = 0, max = 20) int length) {
        DayMap<Integer> held = new DayMap<>();
        NavigableMap<LocalDate, Integer> expected = new TreeMap<>();
        for (int i = 0; i < days.size(); i++) {
            held.put(days.get(i), i);
            expected.put(days.get(i), i);
        }

        Map<LocalDate, Integer> seen = new LinkedHashMap<>();
        held.forEachBetween(after, after.plusDays(length), seen::put);

        assertThat(seen).containsExactlyEntriesOf(expected.subMap(after, false, after.plusDays(length), true));
    }

    @Test
    void shouldIterateInOrderOfDays() {
        map.put(DAY.plusDays(1), "second");
        map.put(DAY, "first");
        map.put(LocalDate.MAX, "last");
        StringBuilder order = new StringBuilder();

        map.forEach((day, value) -> order.append(value).append(' '));

        assertThat(order).hasToString("first second last ");
    }

    @Test
    void shouldComputeAValueOnlyIfAbsent() {
        assertThat(map.computeIfAbsent(DAY, () -> "first")).isEqualTo("first");
        assertThat(map.computeIfAbsent(DAY, () -> "second")).isEqualTo("first");
    }

    @Test
    void shouldReturnNullForOtherDays() {
        map.put(DAY, "something");

        assertThat(map.get(DAY.minusDays(1))).isNull();
    }
}
