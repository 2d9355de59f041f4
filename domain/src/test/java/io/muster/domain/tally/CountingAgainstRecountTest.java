package io.muster.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.Delivery;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.oracle.Guarantees;
import io.muster.domain.oracle.Rows;
import io.muster.domain.reference.References;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Ledger and board keep every promise: rows are a function of the statements and reference records, and of nothing else. */
class CountingAgainstRecountTest {

    @Property(tries = 600)
    void shouldKeepEveryPromiseWhateverTheOrderTheRepetitionsAndThePartitions(
            @ForAll("deliveries") Delivery delivery,
            @ForAll @IntRange(min = 1, max = 4) int partitions,
            @ForAll long seed) {
        Counting counting = new Counting(partitions, new AsOf.Recorded());

        counting.deliver(delivery, new Random(seed));

        assertThat(brokenBy(counting, delivery)).isEmpty();
        assertThat(Guarantees.brokenByCorrections(delivery.arrivals(), counting.corrections()))
                .isEmpty();
    }

    @Property(tries = 300)
    void shouldJudgeForTheDayThatIsGiven(
            @ForAll("deliveries") Delivery delivery, @ForAll("days") LocalDate day, @ForAll long seed) {
        // all campaigns of the random worlds lie within a day of UTC noon
        Instant noon = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        Counting counting = new Counting(2, new AsOf.Wall(noon));

        counting.deliver(delivery, new Random(seed));

        assertThat(Guarantees.brokenByRows(
                        delivery.world().statements(),
                        delivery.world().references(),
                        (campaign, statements) -> LocalDate.ofInstant(noon, campaign.zone()),
                        counting.rows()))
                .isEmpty();
    }

    @Property(tries = 200)
    void shouldForgetReferencesThatAreGone(
            @ForAll("deliveries") Delivery delivery, @ForAll("deliveries") Delivery other, @ForAll long seed) {
        Counting counting = new Counting(3, new AsOf.Recorded());
        counting.refer(other.world().references());
        counting.deliver(delivery, new Random(seed));

        counting.refer(References.NONE);
        counting.refer(delivery.world().references());

        assertThat(brokenBy(counting, delivery)).isEmpty();
    }

    @Property(tries = 200)
    void shouldEndWithTheSameRowsInAReplayOfAnotherOrderIntoAnotherNumberOfPartitions(
            @ForAll("deliveries") Delivery delivery,
            @ForAll @IntRange(min = 1, max = 4) int partitions,
            @ForAll long seed) {
        Random random = new Random(seed);
        Counting first = new Counting(2, new AsOf.Recorded());
        Counting replay = new Counting(partitions, new AsOf.Recorded());
        first.deliver(delivery, random);

        replay.deliver(delivery.shuffled(random), random);

        assertThat(Guarantees.sameRows(first.rows(), replay.rows())).isEmpty();
    }

    @Property(tries = 100)
    void shouldHandOutAndCorrectNothingWhenEverythingComesAgain(
            @ForAll("deliveries") Delivery delivery, @ForAll long seed) {
        Counting counting = new Counting(2, new AsOf.Recorded());
        counting.deliver(delivery, new Random(seed));
        Rows before = counting.rows();

        counting.deliverAgain(delivery);

        assertThat(counting.changesOfLastRound()).isEmpty();
        assertThat(Guarantees.sameRows(before, counting.rows())).isEmpty();
        assertThat(Guarantees.brokenByCorrections(delivery.arrivals(), counting.corrections()))
                .isEmpty();
    }

    @Provide
    Arbitrary<Delivery> deliveries() {
        return Worlds.deliveries();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Worlds.days();
    }

    private static List<String> brokenBy(Counting counting, Delivery delivery) {
        return Guarantees.brokenByRows(
                delivery.world().statements(),
                delivery.world().references(),
                io.muster.domain.oracle.AsOf.RECORDED,
                counting.rows());
    }
}
