package io.muster.domain.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.History;
import io.muster.domain.fixture.ReceivedAt;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.oracle.Guarantees;
import io.muster.domain.oracle.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Ledger and board keep every guarantee: rows are a function of the statements and reference records alone. */
class CountingAgainstRecountTest {

    @Property(tries = 800)
    void shouldKeepEveryGuaranteeForAnyOrderPartitionsAndEarlierReferences(
            @ForAll("histories") History history,
            @ForAll @IntRange(min = 1, max = 4) int partitions,
            @ForAll long seed) {
        Counting counting = new Counting(partitions, new AsOf.Recorded(), ReceivedAt.OFTEN_EARLIER);

        counting.deliver(history, new Random(seed));

        assertThat(brokenBy(counting, history)).isEmpty();
        assertThat(Guarantees.brokenByCorrections(history.delivery().arrivals(), counting.corrections()))
                .isEmpty();
        assertThat(Guarantees.brokenByLosses(history.delivery().arrivals(), counting.losses()))
                .isEmpty();
    }

    @Property(tries = 300)
    void shouldJudgeAsOfTheGivenDay(
            @ForAll("histories") History history, @ForAll("days") LocalDate day, @ForAll long seed) {
        Counting counting = new Counting(2, new AsOf.Wall(noon(day)));

        counting.deliver(history, new Random(seed));

        assertThat(brokenBy(counting, history, day)).isEmpty();
    }

    @Property(tries = 300)
    void shouldJudgeAsOfTheGivenDayAfterAnyOtherDays(
            @ForAll("histories") History history,
            @ForAll("daysOneAfterTheOther") List<LocalDate> days,
            @ForAll long seed) {
        Random random = new Random(seed);
        Deque<LocalDate> next = new ArrayDeque<>();
        Counting counting = new Counting(2, () -> {
            LocalDate day = next.isEmpty() ? days.get(random.nextInt(days.size())) : next.pop();
            return new AsOf.Wall(noon(day));
        });
        counting.deliver(history, random);

        for (LocalDate day : days) {
            next.push(day);
            counting.publish();
            assertThat(brokenBy(counting, history, day)).isEmpty();
        }
    }

    @Property(tries = 200)
    void shouldEndWithTheSameRowsAfterAReplayInAnotherOrderAndPartitioning(
            @ForAll("histories") History history,
            @ForAll @IntRange(min = 1, max = 4) int partitions,
            @ForAll long seed) {
        Random random = new Random(seed);
        Counting first = new Counting(2, new AsOf.Recorded());
        Counting replay = new Counting(partitions, new AsOf.Recorded());
        first.deliver(history, random);

        replay.deliver(history.otherwise(random), random);

        assertThat(Guarantees.sameRows(first.rows(), replay.rows())).isEmpty();
    }

    @Property(tries = 100)
    void shouldPublishAndCorrectNothingWhenEverythingIsRedelivered(
            @ForAll("histories") History history, @ForAll long seed) {
        Counting counting = new Counting(2, new AsOf.Recorded());
        counting.deliver(history, new Random(seed));
        Rows before = counting.rows();

        counting.deliverAgain(history.delivery());

        assertThat(counting.changesOfLastRound()).isEmpty();
        assertThat(Guarantees.sameRows(before, counting.rows())).isEmpty();
        assertThat(Guarantees.brokenByCorrections(history.delivery().arrivals(), counting.corrections()))
                .isEmpty();
    }

    @Provide
    Arbitrary<History> histories() {
        return Worlds.histories();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Worlds.days();
    }

    @Provide
    Arbitrary<List<LocalDate>> daysOneAfterTheOther() {
        return Worlds.days().list().ofMinSize(2).ofMaxSize(6);
    }

    /** Noon UTC. In the zones of the random campaigns this is on the given day or the next. */
    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    private static List<String> brokenBy(Counting counting, History history, LocalDate day) {
        return Guarantees.brokenByRows(
                history.delivery().world().statements(),
                history.delivery().world().references(),
                (campaign, statements) -> noon(day),
                counting.rows());
    }

    private static List<String> brokenBy(Counting counting, History history) {
        return Guarantees.brokenByRows(
                history.delivery().world().statements(),
                history.delivery().world().references(),
                io.muster.domain.oracle.AsOf.RECORDED,
                ReceivedAt.OFTEN_EARLIER,
                counting.rows());
    }
}
