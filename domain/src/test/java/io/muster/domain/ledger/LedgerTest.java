package io.muster.domain.ledger;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.StandingsInMap;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.ledger.OddSource.Oddity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Statements from a fast clock, and statements that move or withdraw a participant whom another area counted. */
class LedgerTest {

    private static final String TEN = "2023-05-12T10:00:00Z";
    private static final String SIX_IN_THE_EVENING = "2023-05-12T18:00:00Z";

    private final SubtotalBook book = new SubtotalBook();
    private final Ledger ledger = new Ledger(new StandingsInMap(), book);

    @Example
    void shouldReportAStatementThatLosesToOneFromAFastClock() {
        take(aStatement().version(18).recordedAt(SIX_IN_THE_EVENING).source("post-office"), TEN);

        Outcome outcome = take(aStatement().version(10).recordedAt(TEN).withdrawn(), TEN);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Lost.class, loss -> {
            assertThat(loss.lost().version()).isEqualTo(10);
            assertThat(loss.lost().minutesAhead()).isZero();
            assertThat(loss.standing().version()).isEqualTo(18);
            assertThat(loss.standing().minutesAhead()).isEqualTo(480);
        });
        assertThat(odd()).isEqualTo(Map.of(new OddSource(Oddity.RECORDED_AHEAD, "post-office"), 1));
    }

    @Example
    void shouldStopCountingAFastClockWhenItsStatementIsReplaced() {
        take(aStatement().version(1).recordedAt(SIX_IN_THE_EVENING), TEN);

        take(aStatement().version(2).recordedAt(SIX_IN_THE_EVENING), SIX_IN_THE_EVENING);

        assertThat(odd()).isEmpty();
    }

    @Example
    void shouldCountAWithdrawalByAnotherAreaUntilItIsUndone() {
        take(aStatement().in("yen-dung").version(1).source("yen-dung"), SIX_IN_THE_EVENING);
        assertThat(odd()).isEmpty();

        take(aStatement().in("son-dong").version(2).source("son-dong").withdrawn(), SIX_IN_THE_EVENING);
        assertThat(odd()).isEqualTo(Map.of(new OddSource(Oddity.CHANGED_ELSEWHERE, "son-dong"), 1));

        take(aStatement().in("yen-dung").version(3).source("yen-dung"), SIX_IN_THE_EVENING);
        assertThat(odd()).isEmpty();
    }

    @Example
    void shouldCountAMoveEvenIfTheStatementOfTheOtherAreaArrivesLater() {
        take(aStatement().in("son-dong").version(2).source("son-dong"), SIX_IN_THE_EVENING);

        take(aStatement().in("yen-dung").version(1).source("yen-dung"), SIX_IN_THE_EVENING);

        assertThat(odd()).isEqualTo(Map.of(new OddSource(Oddity.CHANGED_ELSEWHERE, "son-dong"), 1));
    }

    @Example
    void shouldNotTreatAWithdrawalInAnotherAreaAsAnEnrollmentThere() {
        take(aStatement().in("son-dong").version(1).withdrawn(), SIX_IN_THE_EVENING);

        take(aStatement().in("yen-dung").version(2), SIX_IN_THE_EVENING);

        assertThat(odd()).isEmpty();
    }

    @Property(tries = 300)
    void shouldCountTheSameOddParticipantsInAnyOrderOfDelivery(@ForAll long seed) {
        Random random = new Random(seed);
        List<StatementBuilder> statements = random.ints(6, 0, 3)
                .mapToObj(i -> {
                    StatementBuilder any = aStatement()
                            .by("p" + i % 2)
                            .in("area-" + random.nextInt(3))
                            .version(random.nextInt(4))
                            .source("office-" + i)
                            .recordedAt(SIX_IN_THE_EVENING);
                    return random.nextBoolean() ? any : any.withdrawn();
                })
                .toList();
        for (int i = 0; i < statements.size(); i++) {
            statements.get(i).event("event-" + i);
        }
        List<Arrival> arrivals = random.ints(12, 0, 6)
                .mapToObj(i -> new Arrival(statements.get(i), random.nextBoolean() ? TEN : SIX_IN_THE_EVENING))
                .toList();
        List<Arrival> shuffled = new ArrayList<>(arrivals);
        Collections.shuffle(shuffled, random);

        assertThat(odd(counted(shuffled))).isEqualTo(odd(counted(arrivals)));
    }

    private static SubtotalBook counted(List<Arrival> arrivals) {
        SubtotalBook book = new SubtotalBook();
        Ledger ledger = new Ledger(new StandingsInMap(), book);
        arrivals.forEach(arrival -> ledger.apply(
                arrival.statement.build(), Instant.parse(arrival.at).toEpochMilli()));
        return book;
    }

    private record Arrival(StatementBuilder statement, String at) {}

    private Outcome take(StatementBuilder statement, String receivedAt) {
        return ledger.apply(statement.build(), Instant.parse(receivedAt).toEpochMilli());
    }

    private Map<OddSource, Integer> odd() {
        return odd(book);
    }

    /** The odd participants of all cells, by source. */
    private static Map<OddSource, Integer> odd(SubtotalBook book) {
        Map<OddSource, Integer> odd = new HashMap<>();
        book.drainChanged((cell, subtotal) ->
                subtotal.odd().forEach((source, participants) -> odd.merge(source, participants, Integer::sum)));
        return odd;
    }
}
