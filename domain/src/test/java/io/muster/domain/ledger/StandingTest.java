package io.muster.domain.ledger;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.statement.Statement;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class StandingTest {

    @Example
    void shouldOrderByVersionFirst() {
        assertThat(of(1, -1, -1).compareOrder(of(2, 0, 0))).isNegative();
        assertThat(of(Long.MAX_VALUE, 0, 0).compareOrder(of(Long.MIN_VALUE, -1, -1)))
                .isPositive();
    }

    @Example
    void shouldOrderEqualVersionsByUnsignedEventId() {
        assertThat(of(1, Long.MIN_VALUE, 0).compareOrder(of(1, Long.MAX_VALUE, -1)))
                .isPositive();
        assertThat(of(1, 7, -1).compareOrder(of(1, 7, 1))).isPositive();
        assertThat(of(1, 7, 7).compareOrder(of(1, 7, 7))).isZero();
    }

    @Property
    void shouldOrderEventIdsLikeTheirText(
            @ForAll long upper, @ForAll long lower, @ForAll long otherUpper, @ForAll long otherLower) {
        int order = of(1, upper, lower).compareOrder(of(1, otherUpper, otherLower));

        String text = new UUID(upper, lower).toString();
        String otherText = new UUID(otherUpper, otherLower).toString();
        assertThat(Integer.signum(order)).isEqualTo(Integer.signum(text.compareTo(otherText)));
    }

    @Example
    void shouldDetectMovesAndRemovalsOfACountedParticipant() {
        Standing counted = standing(aStatement().in("yen-dung").on("2023-05-12"));

        assertThat(counted.isMovedOrRemovedBy(
                        standing(aStatement().in("son-dong").on("2023-05-12"))))
                .isTrue();
        assertThat(counted.isMovedOrRemovedBy(
                        standing(aStatement().in("yen-dung").on("2023-05-13"))))
                .isTrue();
        assertThat(counted.isMovedOrRemovedBy(standing(aStatement().withdrawn())))
                .isTrue();
        assertThat(counted.isMovedOrRemovedBy(standing(aStatement().source("another"))))
                .isFalse();
    }

    @Example
    void shouldNotReportAMoveOfAParticipantWhoIsNotCounted() {
        Standing withdrawn = standing(aStatement().withdrawn());

        assertThat(withdrawn.isMovedOrRemovedBy(standing(aStatement().in("son-dong"))))
                .isFalse();
        assertThat(withdrawn.isMovedOrRemovedBy(
                        standing(aStatement().in("son-dong").withdrawn())))
                .isFalse();
    }

    @Example
    void shouldContradictAStatementThatCountsTheParticipantDifferently() {
        Standing counted = standing(aStatement().in("yen-dung").on("2023-05-12"));
        Standing withdrawn = standing(aStatement().in("yen-dung").withdrawn());

        assertThat(counted.contradicts(withdrawn)).isTrue();
        assertThat(withdrawn.contradicts(counted)).isTrue();
        assertThat(counted.contradicts(standing(aStatement().in("son-dong").on("2023-05-12"))))
                .isTrue();
        assertThat(counted.contradicts(standing(aStatement().in("yen-dung").on("2023-05-13"))))
                .isTrue();
        assertThat(counted.contradicts(standing(aStatement().source("another"))))
                .isFalse();
        assertThat(withdrawn.contradicts(standing(aStatement().in("son-dong").withdrawn())))
                .isFalse();
    }

    @Example
    void shouldTreatADeliveryMoreThanFiveMinutesEarlyAsRecordedAhead() {
        assertThat(RecordedAhead.minutes(Instant.parse("2023-05-12T18:00:00Z"), at("2023-05-12T10:00:00Z")))
                .isEqualTo(480);
        assertThat(RecordedAhead.minutes(Instant.parse("2023-05-12T18:00:00Z"), at("2023-05-12T17:55:00Z")))
                .isZero();
        assertThat(RecordedAhead.minutes(Instant.parse("2023-05-12T18:00:00Z"), at("2023-05-12T17:54:59.999Z")))
                .isEqualTo(5);
        assertThat(RecordedAhead.minutes(Instant.parse("2023-05-12T18:00:00Z"), at("2023-05-12T19:00:00Z")))
                .isZero();
        assertThat(RecordedAhead.minutes(Instant.ofEpochMilli(Long.MIN_VALUE), Long.MAX_VALUE))
                .isZero();
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static Standing of(long version, long upper, long lower) {
        return standing(aStatement().version(version).eventId(new UUID(upper, lower)));
    }

    private static Standing standing(StatementBuilder statement) {
        Statement stated = statement.build();
        return Standing.of(stated, stated.recordedAt().toEpochMilli());
    }
}
