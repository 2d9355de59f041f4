package io.muster.domain.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RecordedTimesTest {

    private static final long DAY = Duration.ofDays(1).toMillis();

    @Property(tries = 500)
    void shouldKeepEverySilenceOfADayOrLongerInAnyOrder(@ForAll("times") List<Long> times, @ForAll long seed) {
        List<Long> otherwise = new ArrayList<>(times);
        otherwise.addAll(times.subList(0, times.size() / 2));
        Collections.shuffle(otherwise, new Random(seed));
        RecordedTimes recorded = new RecordedTimes();
        RecordedTimes half = new RecordedTimes();

        for (int i = 0; i < otherwise.size(); i++) {
            (i % 2 == 0 ? recorded : half).see(otherwise.get(i));
        }
        recorded.see(half);

        assertThat(silences(known(recorded))).isEqualTo(silences(times));
        assertThat(recorded.last()).isEqualTo(Collections.max(times));
    }

    @Test
    void shouldReportWhetherATimeAddsInformation() {
        RecordedTimes recorded = new RecordedTimes();

        assertThat(recorded.last()).isEqualTo(Long.MIN_VALUE);
        assertThat(recorded.see(2_000)).isTrue();
        assertThat(recorded.see(2_000)).isFalse();
        assertThat(recorded.see(4_000)).isTrue();
        assertThat(recorded.see(3_000)).isFalse();
        assertThat(recorded.see(1_000)).isTrue();
        assertThat(recorded.see(-1)).isTrue();
        assertThat(recorded.days()).isEqualTo(2);
        assertThat(recorded.last(0)).isEqualTo(-1);
        assertThat(recorded.first(1)).isEqualTo(1_000);
        assertThat(recorded.last(1)).isEqualTo(4_000);
    }

    private static List<Long> known(RecordedTimes recorded) {
        List<Long> known = new ArrayList<>();
        for (int day = 0; day < recorded.days(); day++) {
            known.add(recorded.first(day));
            known.add(recorded.last(day));
        }
        return known;
    }

    /** The start and the end of every gap of a day or longer, in order. */
    private static List<Long> silences(List<Long> times) {
        List<Long> silences = new ArrayList<>();
        Long before = null;
        for (Long time : new TreeSet<>(times)) {
            if (before != null && time - before >= DAY) {
                silences.add(before);
                silences.add(time);
            }
            before = time;
        }
        return silences;
    }

    @Provide
    Arbitrary<List<Long>> times() {
        return Arbitraries.longs()
                .between(-3 * DAY, 12 * DAY)
                .edgeCases(config -> config.add(0L, DAY, 2 * DAY, -DAY, DAY - 1))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}
