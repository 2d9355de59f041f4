package io.muster.client;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.domain.fixture.TestIds.participantRef;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.muster.client.spool.PendingStatement;
import io.muster.client.spool.Receipt;
import io.muster.client.spool.Spool;
import io.muster.client.spool.SpoolException;
import io.muster.client.spool.StatementState;
import io.muster.domain.InvalidFieldException;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.StatementRules;
import io.muster.domain.statement.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs offline: no broker or registry listens at the addresses. */
class EnrollmentClientTest {

    private static final Instant NOW = Instant.parse("2023-05-12T18:00:00.123456Z");
    private static final ParticipantRef P1 = new ParticipantRef("p1");
    private static final ParticipantRef P2 = new ParticipantRef("p2");

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> time = new AtomicReference<>(NOW);

    @Test
    void shouldDeriveDefaultsFromTheClock() {
        try (EnrollmentClient client = client().open()) {
            Receipt receipt = client.record(Registration.enrolled(P1).in("yen-dung"));

            assertThat(receipt.repeated()).isFalse();
            assertThat(client.stateOf(receipt.eventId())).hasValue(StatementState.PENDING);
        }
        Statement statement = spooled().get(0);
        Instant toTheMillisecond = Instant.parse("2023-05-12T18:00:00.123Z");
        assertThat(statement)
                .isEqualTo(new Statement(
                        statement.eventId(),
                        new Statement.Subject(campaignId("drive"), participantRef("p1")),
                        1_683_914_400_123_456L,
                        Status.ENROLLED,
                        areaId("yen-dung"),
                        new Statement.Times(LocalDate.parse("2023-05-13"), toTheMillisecond, toTheMillisecond),
                        "office",
                        Segments.NONE));
    }

    @Test
    void shouldUseGivenValues() {
        UUID eventId = UUID.randomUUID();
        try (EnrollmentClient client = client().open()) {
            Registration withdrawal = Registration.withdrawn(P1)
                    .in("luc-ngan")
                    .campaign("another")
                    .enrolledAt(Instant.parse("2023-05-10T18:00:00Z"))
                    .enrolledOn(LocalDate.parse("2023-05-10"))
                    .recordedAt(Instant.parse("2023-05-11T00:00:00Z"))
                    .version(7)
                    .eventId(eventId)
                    .gender(Gender.FEMALE)
                    .ageBand("30-39")
                    .occupation("farmer")
                    .incomeBand("low");

            client.record(withdrawal);
            assertThat(client.record(withdrawal)).isEqualTo(new Receipt(eventId, true));
        }
        assertThat(spooled())
                .containsExactly(new Statement(
                        eventId,
                        new Statement.Subject(campaignId("another"), participantRef("p1")),
                        7,
                        Status.WITHDRAWN,
                        areaId("luc-ngan"),
                        new Statement.Times(
                                LocalDate.parse("2023-05-10"),
                                Instant.parse("2023-05-10T18:00:00Z"),
                                Instant.parse("2023-05-11T00:00:00Z")),
                        "office",
                        new Segments(Gender.FEMALE, "30-39", "farmer", "low")));
    }

    @Test
    void shouldGiveALaterStatementAHigherVersionWhenTheClockGoesBack() {
        try (EnrollmentClient client = client().open()) {
            client.record(Registration.enrolled(P1).in("yen-dung"));
            time.set(NOW.minus(Duration.ofHours(23)));
            client.record(Registration.withdrawn(P1).in("yen-dung"));
            client.record(Registration.enrolled(P2).in("yen-dung"));
        }
        assertThat(spooled())
                .extracting(Statement::version)
                .containsExactly(1_683_914_400_123_456L, 1_683_914_400_123_457L, 1_683_831_600_123_456L);
        assertThat(spooled().get(1).recordedAt()).isEqualTo(Instant.parse("2023-05-11T19:00:00.123Z"));
    }

    @Test
    void shouldKeepStatementsValidWhenTheClockGoesBackByDays() {
        try (EnrollmentClient client = client().open()) {
            client.record(Registration.enrolled(P1).in("yen-dung"));
            time.set(NOW.minus(Duration.ofDays(10)));
            client.record(Registration.withdrawn(P1).in("yen-dung"));
        }
        assertThat(spooled())
                .hasSize(2)
                .allSatisfy(statement -> assertThat(StatementRules.check(statement, NumericRefs.REFUSED))
                        .isNull());
    }

    @Test
    void shouldNormalizeParticipantRefsAndAreaIds() {
        try (EnrollmentClient client = client().open()) {
            client.record(Registration.enrolled(new ParticipantRef("Yên-1")).in("yen-dung"));
            client.record(Registration.withdrawn(new ParticipantRef("\u00a0Ye\u0302n\u200b-\uff11"))
                    .in("yen\u200b-dung")
                    .version(1));
        }
        assertThat(spooled())
                .extracting(Statement::participantRef)
                .containsOnly(participantRef("Yên-1"))
                .hasSize(2);
        assertThat(spooled()).extracting(Statement::areaId).containsOnly(areaId("yen-dung"));
    }

    @Test
    void shouldAcceptBareNumbersOnlyWhenAllowed() {
        Registration numbered =
                Registration.enrolled(new ParticipantRef("024098000123")).in("yen-dung");
        try (EnrollmentClient client = client().open()) {
            assertThatThrownBy(() -> client.record(numbered))
                    .hasMessageStartingWith(
                            "NUMERIC_PARTICIPANT_REF: participantRef is a bare number of 9 to 12 digits")
                    .hasMessageNotContaining("024098000123");
        }
        try (EnrollmentClient client = client().allowNumericRefs().open()) {
            client.record(numbered);
            assertThat(client.status().pending()).isEqualTo(1);
        }
    }

    @Test
    void shouldRejectVersionsAheadOfRecordingAndExtremeTimes() {
        try (EnrollmentClient client = client().open()) {
            Registration pinned = Registration.enrolled(P1).in("yen-dung").version(Long.MAX_VALUE);
            assertThatThrownBy(() -> client.record(pinned)).hasMessageStartingWith("VERSION_AHEAD_OF_RECORDED_AT");
            for (Instant far : List.of(Instant.MIN, Instant.MAX)) {
                assertThatThrownBy(() -> client.record(
                                Registration.enrolled(P1).in("yen-dung").recordedAt(far)))
                        .hasMessageStartingWith("YEAR_OUT_OF_RANGE");
            }
            assertThat(client.status().pending()).isZero();
        }
    }

    @Test
    void shouldRejectStatementsThatBreakARule() {
        try (EnrollmentClient client = client().open()) {
            assertThatThrownBy(() -> client.record(Registration.enrolled(P1)))
                    .isInstanceOf(StatementRefusedException.class)
                    .hasMessage("INVALID_ID: areaId must be given");
            assertThatThrownBy(() -> client.record(Registration.enrolled(P1).in("a|b")))
                    .isInstanceOf(StatementRefusedException.class)
                    .hasMessageStartingWith("INVALID_ID: areaId must not contain '|'");
            assertThatThrownBy(() -> client.record(
                            Registration.enrolled(new ParticipantRef("\u200b")).in("yen-dung")))
                    .isInstanceOf(StatementRefusedException.class)
                    .hasMessage("INVALID_ID: participantRef must not be blank");
            assertThatThrownBy(() -> client.record(
                            Registration.enrolled(new ParticipantRef("a\nb")).in("yen-dung")))
                    .isInstanceOf(StatementRefusedException.class)
                    .hasMessageStartingWith("INVALID_ID: participantRef must not ");
            assertThatThrownBy(() -> client.record(
                            Registration.enrolled(P1).in("yen-dung").recordedAt(NOW.plus(Duration.ofHours(25)))))
                    .isInstanceOf(StatementRefusedException.class)
                    .hasMessageStartingWith("RECORDED_AT_IN_THE_FUTURE");
            assertThat(client.status().pending()).isZero();
        }
    }

    @Test
    void shouldRecordAllOrNothingAndNameTheInvalidRegistration() {
        List<Registration> some = List.of(
                Registration.enrolled(P1).in("yen-dung"),
                Registration.enrolled(P2).in(" "));
        try (EnrollmentClient client = client().open()) {
            assertThatThrownBy(() -> client.recordAll(some))
                    .isInstanceOf(StatementRefusedException.class)
                    .hasMessage("INVALID_ID: registration 2 of 2: areaId must not be blank");
            assertThat(client.recordAll(List.of())).isEmpty();
            assertThat(client.status().pending()).isZero();

            assertThat(client.recordAll(some.subList(0, 1))).hasSize(1);
            assertThat(client.status().pending()).isEqualTo(1);
        }
    }

    @Test
    void shouldReportWhatItWaitsForAndKeepRecording() {
        try (EnrollmentClient client = client().open()) {
            assertThat(client.status()).isEqualTo(new ClientStatus(0, 0, 0, Optional.empty(), Optional.empty()));
            client.record(Registration.enrolled(P1).in("yen-dung"));

            await().until(() -> client.status().waitsFor().isPresent());

            assertThat(client.status().waitsFor().orElseThrow())
                    .isEqualTo("the broker at 127.0.0.1:1 did not answer within 1 s;"
                            + " is it running, and is the address right?");
            client.record(Registration.enrolled(P2).in("yen-dung"));
            assertThat(client.status().pending()).isEqualTo(2);
            assertThat(client.status().oldestPending()).hasValue(Instant.parse("2023-05-12T18:00:00.123Z"));
            assertThat(client.flush(Duration.ofMillis(10))).isFalse();
            assertThat(client.close(Duration.ZERO)).isFalse();
        }
        assertThat(spooled()).hasSize(2);
    }

    @Test
    void shouldCloseWithoutWaitingForTheBroker() {
        EnrollmentClient client = client().patience(Duration.ofHours(1)).open();
        client.record(Registration.enrolled(P1).in("yen-dung"));
        long began = System.nanoTime();

        assertThat(client.close(Duration.ofMillis(100))).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(9));
    }

    @Test
    void shouldRejectASpoolInUse() {
        try (EnrollmentClient client = client().open()) {
            assertThatThrownBy(() -> client().open())
                    .isInstanceOf(SpoolException.class)
                    .hasMessageContaining("is in use by another process or client");
            client.record(Registration.enrolled(P1).in("yen-dung"));
        }
    }

    @Test
    void shouldRejectMissingOrInvalidSettings() {
        assertThatThrownBy(() -> EnrollmentClient.builder().open())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bootstrapServers must be given");
        assertThatThrownBy(() -> client().spoolBytes(1_000).open())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("spoolBytes must be at least 1048576, but is 1000");
        assertThatThrownBy(() -> client().source(" ").open())
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("source must not be blank");
        assertThatThrownBy(() -> client().kafkaSetting("acks", "1").open())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acks=1 could lose acknowledged statements");
        assertThatThrownBy(() -> client().kafkaSetting("linger.ms", "soon").open())
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("a Kafka setting for the broker at 127.0.0.1:1 is invalid")
                .hasMessageContaining("linger.ms");
    }

    private EnrollmentClientBuilder client() {
        return EnrollmentClient.builder()
                .bootstrapServers("127.0.0.1:1")
                .registryUrl("http://127.0.0.1:1")
                .patience(Duration.ofSeconds(1))
                .source("office")
                .zone(ZoneId.of("Asia/Ho_Chi_Minh"))
                .campaign("drive")
                .spool(folder.resolve("spool"))
                .clock(time::get);
    }

    private List<Statement> spooled() {
        try (Spool spool = Spool.open(folder.resolve("spool"), Spool.LEAST_BYTES)) {
            return spool.pending(100).stream().map(PendingStatement::statement).toList();
        }
    }
}
