package io.muster.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.Delivery;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.domain.reference.References;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Ledger and board against a naive recount: rows are a function of the statements and reference records, and of nothing else. */
class CountingAgainstRecountTest {

    @Property(tries = 600)
    void shouldEndWithTheRowsOfARecountWhateverTheOrderTheRepetitionsAndThePartitions(
            @ForAll("deliveries") Delivery delivery,
            @ForAll @IntRange(min = 1, max = 4) int partitions,
            @ForAll long seed) {
        Counting counting = new Counting(partitions, new AsOf.Recorded());
        Random random = new Random(seed);

        counting.deliver(delivery, random);

        assertThat(counting.rows()).isEqualTo(expected(delivery, io.muster.domain.oracle.AsOf.RECORDED));
    }

    @Property(tries = 300)
    void shouldJudgeForTheDayThatIsGiven(
            @ForAll("deliveries") Delivery delivery, @ForAll("days") LocalDate day, @ForAll long seed) {
        // all campaigns of the random worlds lie within a day of UTC noon
        Instant noon = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        Counting counting = new Counting(2, new AsOf.Wall(noon));

        counting.deliver(delivery, new Random(seed));

        assertThat(counting.rows())
                .isEqualTo(expected(delivery, (campaign, statements) -> LocalDate.ofInstant(noon, campaign.zone())));
    }

    @Property(tries = 200)
    void shouldForgetReferencesThatAreGone(
            @ForAll("deliveries") Delivery delivery, @ForAll("deliveries") Delivery other, @ForAll long seed) {
        Counting counting = new Counting(3, new AsOf.Recorded());
        counting.refer(other.world().references());
        counting.deliver(delivery, new Random(seed));

        counting.refer(References.NONE);
        counting.refer(delivery.world().references());

        assertThat(counting.rows()).isEqualTo(expected(delivery, io.muster.domain.oracle.AsOf.RECORDED));
    }

    @Property(tries = 100)
    void shouldHandOutNothingWhenNothingChanged(@ForAll("deliveries") Delivery delivery, @ForAll long seed) {
        Counting counting = new Counting(2, new AsOf.Recorded());
        counting.deliver(delivery, new Random(seed));

        counting.deliverAgain(delivery);

        assertThat(counting.changesOfLastRound()).isEmpty();
    }

    @Provide
    Arbitrary<Delivery> deliveries() {
        return Worlds.deliveries();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Worlds.days();
    }

    private static Map<RowKey, Row> expected(Delivery delivery, io.muster.domain.oracle.AsOf asOf) {
        Rows rows = Recount.of(delivery.world().statements(), delivery.world().references(), asOf);
        Map<RowKey, Row> expected = new HashMap<>();
        Stream.of(rows.days(), rows.areas(), rows.segments(), rows.campaigns())
                .flatMap(some -> some.values().stream())
                .forEach(row -> expected.put(row.key(), row));
        return expected;
    }
}
