package io.muster.simulation.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.domain.InvalidFieldException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TrafficPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-20T17:30:00Z");
    private static final TrafficPlan.Span SPAN = TrafficPlan.Span.endingAt(NOW, 61, ZoneOffset.UTC);
    private static final TrafficPlan.Shares NONE = new TrafficPlan.Shares(0, 0, 0);

    @Test
    void shouldEndOnTheDayOfTheGivenMoment() {
        assertThat(SPAN.startsOn()).isEqualTo(LocalDate.parse("2026-09-21"));
        assertThat(SPAN.recordedUntil()).isEqualTo(NOW);
    }

    @Test
    void shouldRejectNumbersOutOfRange() {
        assertRefused("campaigns must be at least 1, but is 0", () -> new TrafficPlan(1, 0, 5, 5, SPAN, NONE));
        assertRefused("areas must be at least 1, but is -2", () -> new TrafficPlan(1, 1, -2, 5, SPAN, NONE));
        assertRefused("statements must be at least 0, but is -1", () -> new TrafficPlan(1, 1, 5, -1, SPAN, NONE));
        assertRefused("days must be at least 1, but is 0", () -> TrafficPlan.Span.endingAt(NOW, 0, ZoneOffset.UTC));
    }

    @Test
    void shouldRejectMovesWithASingleArea() {
        assertRefused(
                "areas must be at least 2 where moveShare is above 0",
                () -> new TrafficPlan(1, 1, 1, 5, SPAN, TrafficPlan.Shares.USUAL));
        assertThat(new TrafficPlan(1, 1, 1, 5, SPAN, NONE).areas()).isEqualTo(1);
    }

    @Test
    void shouldRejectMoreCellsThanItCanCount() {
        assertRefused(
                "areas times campaigns times days must not be more than 20000000, but is 61000000",
                () -> new TrafficPlan(1, 100, 10_000, 5, SPAN, NONE));
    }

    @Test
    void shouldRejectInvalidShares() {
        assertRefused(
                "duplicateShare must be from 0 to less than 1, but is -0.1", () -> new TrafficPlan.Shares(-0.1, 0, 0));
        assertRefused(
                "withdrawalShare must be from 0 to less than 1, but is NaN",
                () -> new TrafficPlan.Shares(0, Double.NaN, 0));
        assertRefused("moveShare must be from 0 to less than 1, but is 1.0", () -> new TrafficPlan.Shares(0, 0, 1));
        assertRefused(
                "duplicateShare with withdrawalShare and moveShare must be less than 1, but is 1.25",
                () -> new TrafficPlan.Shares(0.5, 0.5, 0.25));
    }

    @Test
    void shouldRejectACampaignThatHasNotBegun() {
        assertRefused(
                "startsOn must begin before 2026-11-20T17:30:00Z, but 2026-11-21 begins at 2026-11-21T00:00:00Z",
                () -> new TrafficPlan.Span(LocalDate.parse("2026-11-21"), 5, ZoneOffset.UTC, NOW));
    }

    private static void assertRefused(String message, ThrowingCallable plan) {
        assertThatThrownBy(plan).isInstanceOf(InvalidFieldException.class).hasMessage(message);
    }
}
