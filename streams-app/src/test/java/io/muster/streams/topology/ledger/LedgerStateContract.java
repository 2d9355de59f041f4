package io.muster.streams.topology.ledger;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.domain.fixture.Delivery;
import io.muster.domain.fixture.Worlds;
import io.muster.domain.ledger.Cell;
import io.muster.domain.ledger.OddSource;
import io.muster.domain.ledger.OddSource.Oddity;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Statement;
import io.muster.streams.topology.ledger.NaiveLedger.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * The contract of every implementation of {@link LedgerState}. Subclasses set the number of tries, because the cost of
 * a start differs.
 */
abstract class LedgerStateContract {

    abstract LedgerUnderTest start();

    @Property
    void shouldAgreeWithTheNaiveLedger(@ForAll("deliveries") Delivery delivery) {
        NaiveLedger naive = new NaiveLedger();
        try (LedgerUnderTest ledger = start()) {
            int sent = 0;
            for (Statement statement : delivery.arrivals()) {
                Instant receivedAt = receivedAt(statement, sent++);
                assertThat(ledger.state(statement, receivedAt)).isInstanceOf(naive.state(statement, receivedAt));
            }

            assertThat(changes(ledger)).isEqualTo(naive.counts());
        }
    }

    @Property
    void shouldMarkEverySubtotalThatChangedSinceTheLastFlush(
            @ForAll("deliveries") Delivery delivery, @ForAll @IntRange(min = 1, max = 7) int flushEvery) {
        NaiveLedger naive = new NaiveLedger();
        Map<Cell, Count> flushed = new HashMap<>();
        try (LedgerUnderTest ledger = start()) {
            int sent = 0;
            for (Statement statement : delivery.arrivals()) {
                Instant receivedAt = receivedAt(statement, sent);
                naive.state(statement, receivedAt);
                ledger.state(statement, receivedAt);
                if (++sent % flushEvery == 0) {
                    flushed.putAll(changes(ledger));
                    assertThat(flushed).isEqualTo(naive.counts());
                }
            }
        }
    }

    @Property
    void shouldRestoreEverythingAndMarkItAsChanged(@ForAll("deliveries") Delivery delivery) {
        NaiveLedger naive = new NaiveLedger();
        List<Statement> arrivals = delivery.arrivals();
        try (LedgerUnderTest ledger = start()) {
            for (int i = 0; i < arrivals.size(); i++) {
                if (i == arrivals.size() / 2) {
                    changes(ledger);
                    ledger.restart();
                    assertThat(changes(ledger)).isEqualTo(naive.counts());
                }
                Instant receivedAt = receivedAt(arrivals.get(i), i);
                assertThat(ledger.state(arrivals.get(i), receivedAt))
                        .isInstanceOf(naive.state(arrivals.get(i), receivedAt));
            }
            ledger.restart();

            assertThat(changes(ledger)).isEqualTo(naive.counts());
        }
    }

    @Example
    void shouldKeepHowFarAheadAStatementWasRecorded() {
        try (LedgerUnderTest ledger = start()) {
            Statement fast = aStatement()
                    .version(18)
                    .recordedAt("2023-05-12T18:00:00Z")
                    .source("bưu điện")
                    .build();
            ledger.state(fast, Instant.parse("2023-05-12T10:00:00Z"));
            ledger.state(fast, Instant.parse("2023-05-12T18:00:01Z"));

            ledger.restart();

            assertThat(changes(ledger).values())
                    .extracting(Count::odd)
                    .containsExactly(Map.of(new OddSource(Oddity.RECORDED_AHEAD, "bưu điện"), 1));
            assertThat(ledger.state(aStatement().version(10).withdrawn().build()))
                    .isInstanceOfSatisfying(
                            Outcome.Lost.class,
                            loss -> assertThat(loss.standing().minutesAhead()).isEqualTo(480));
        }
    }

    @Example
    void shouldMarkNothingAsChangedAtFirst() {
        try (LedgerUnderTest ledger = start()) {
            assertThat(ledger.book().changedCount()).isZero();
            ledger.restart();
            assertThat(ledger.book().changedCount()).isZero();
        }
    }

    @Example
    void shouldMarkNothingAsChangedAfterADuplicate() {
        try (LedgerUnderTest ledger = start()) {
            ledger.state(aStatement().build());
            changes(ledger);

            ledger.state(aStatement().build());

            assertThat(ledger.book().changedCount()).isZero();
        }
    }

    @Example
    void shouldPreserveNamesExactly() {
        try (LedgerUnderTest ledger = start()) {
            ledger.state(aStatement()
                    .forCampaign("tháng-5")
                    .by("mã:1|2")
                    .in("Yên Dũng")
                    .ageBand("30–39")
                    .build());

            ledger.restart();

            assertThat(changes(ledger).keySet())
                    .extracting(Cell::campaignId, Cell::areaId)
                    .containsExactly(tuple(campaignId("tháng-5"), areaId("Yên Dũng")));
            assertThat(ledger.state(aStatement()
                            .forCampaign("tháng-5")
                            .by("mã:1|2")
                            .in("Yên Dũng")
                            .build()))
                    .isInstanceOf(Outcome.Duplicate.class);
        }
    }

    @Provide
    Arbitrary<Delivery> deliveries() {
        return Worlds.deliveries();
    }

    /** Some deliveries arrive in time, others up to eight hours before their recording time. */
    private static Instant receivedAt(Statement statement, int delivery) {
        return statement
                .recordedAt()
                .minus(Duration.ofMinutes(List.of(0, 5, 6, 480).get(delivery % 4)));
    }

    private static Map<Cell, Count> changes(LedgerUnderTest ledger) {
        Map<Cell, Count> changes = new HashMap<>();
        ledger.book().drainChanged((cell, subtotal) -> changes.put(cell, Count.of(subtotal)));
        return changes;
    }
}
