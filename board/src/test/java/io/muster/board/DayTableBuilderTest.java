package io.muster.board;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.domain.tally.DayRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DayTableBuilderTest {

    private static final LocalDate FIRST = LocalDate.parse("2023-05-01");

    private record Frozen(DayTable table, Map<LocalDate, Published<DayRow>> expected) {}

    @Property(tries = 300)
    void shouldEqualAMapAndNotChangeFrozenTables(@ForAll @Size(max = 60) List<@IntRange(max = 239) Integer> changes) {
        DayTableBuilder log = new DayTableBuilder();
        NavigableMap<LocalDate, Published<DayRow>> map = new TreeMap<>();
        List<Frozen> frozen = new ArrayList<>();
        for (int change : changes) {
            LocalDate date = FIRST.plusDays(change % 20);
            Published<DayRow> row =
                    change < 60 ? null : row(date, change, change % 3 == 0 ? null : (Long) (long) change);
            log.put(date, row);
            Maps.putOrRemove(map, date, row);
            if (change % 4 == 0) {
                frozen.add(new Frozen(log.freeze(campaignId("drive"), areaId("yen-dung")), new TreeMap<>(map)));
            }
            assertThat(log.isEmpty()).isEqualTo(map.isEmpty());
        }
        frozen.add(new Frozen(log.freeze(campaignId("drive"), areaId("yen-dung")), map));

        assertThat(frozen).allSatisfy(one -> {
            assertThat(one.table.all()).isEqualTo(one.expected);
            FIRST.datesUntil(FIRST.plusDays(20)).forEach(date -> {
                Published<DayRow> row = one.expected.get(date);
                assertThat(one.table.get(date)).isEqualTo(row);
                assertThat(one.table.enrolled(date))
                        .isEqualTo(row == null ? 0 : row.row().enrolled());
            });
            assertThat(one.table.isCertified())
                    .isEqualTo(one.expected.values().stream()
                            .anyMatch(row -> row.row().certified() != null));
        });
    }

    @Test
    void shouldNotChangeWhenACountIsOutOfRange() {
        DayTableBuilder log = new DayTableBuilder();
        log.put(FIRST, row(FIRST, 7, null));

        assertThatThrownBy(() -> log.put(FIRST.plusDays(1), row(FIRST, Long.MAX_VALUE, null)))
                .isInstanceOf(ArithmeticException.class);
        assertThat(log.freeze(campaignId("drive"), areaId("yen-dung")).all()).containsOnlyKeys(FIRST);
    }

    private static Published<DayRow> row(LocalDate date, long enrolled, @Nullable Long certified) {
        return new Published<>(
                new DayRow(campaignId("drive"), areaId("yen-dung"), date, enrolled, 1, certified),
                Instant.ofEpochMilli(1_684_000_000_123L));
    }
}
