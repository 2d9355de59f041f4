package io.muster.streams.topology;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.Topics;
import io.muster.domain.statement.Gender;
import io.muster.schema.Correction;
import io.muster.schema.EnrollmentStatus;
import io.muster.schema.Placement;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Each change that moves or removes a counted participant publishes a correction, even without reference records. */
@ParameterizedClass(name = "ledger in {0}")
@EnumSource
class CorrectionTest {

    private final TopologyHarness muster;

    CorrectionTest(LedgerStore ledgerStore) {
        muster = new TopologyHarness(ledgerStore);
    }

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldHoldBothPlacementsOfAMovedParticipant() {
        muster.state(aStatement()
                .in("son-dong")
                .on("2023-05-12")
                .version(1)
                .event("first")
                .source("Bưu điện Sơn Động")
                .recordedAt("2023-05-12T08:00:00Z"));
        muster.state(aStatement()
                .in("yen-dung")
                .on("2023-05-12")
                .version(2)
                .event("second")
                .source("BHXH tỉnh")
                .recordedAt("2023-05-13T09:00:00Z"));

        List<TestRecord<String, Correction>> corrections = muster.published().written(Topics.CORRECTIONS);
        assertThat(corrections).hasSize(1);
        assertThat(corrections.get(0).key()).isEqualTo("drive:p1");
        Correction correction = corrections.get(0).value();
        assertThat(correction.getCampaignId()).isEqualTo("drive");
        assertThat(correction.getParticipantRef()).isEqualTo("p1");
        assertThat(correction.getFrom())
                .isEqualTo(new Placement(
                        eventId("first"),
                        1L,
                        EnrollmentStatus.ENROLLED,
                        "son-dong",
                        LocalDate.parse("2023-05-12"),
                        "Bưu điện Sơn Động",
                        Instant.parse("2023-05-12T08:00:00Z"),
                        0));
        assertThat(correction.getTo())
                .isEqualTo(new Placement(
                        eventId("second"),
                        2L,
                        EnrollmentStatus.ENROLLED,
                        "yen-dung",
                        LocalDate.parse("2023-05-12"),
                        "BHXH tỉnh",
                        Instant.parse("2023-05-13T09:00:00Z"),
                        0));
    }

    @Test
    void shouldReportAMoveToAnotherDay() {
        muster.state(aStatement().on("2023-05-12").version(1));
        muster.state(aStatement().on("2023-05-14").version(2));

        assertThat(muster.published().corrections())
                .extracting(correction -> correction.getTo().getEnrolledOn())
                .containsExactly(LocalDate.parse("2023-05-14"));
    }

    @Test
    void shouldReportAWithdrawal() {
        muster.state(aStatement().version(1).event("in"));
        muster.state(aStatement().version(2).event("out").withdrawn());

        assertThat(muster.published().corrections()).hasSize(1);
        Correction correction = muster.published().corrections().get(0);
        assertThat(correction.getFrom().getStatus()).isEqualTo(EnrollmentStatus.ENROLLED);
        assertThat(correction.getFrom().getEventId()).isEqualTo(eventId("in"));
        assertThat(correction.getTo().getStatus()).isEqualTo(EnrollmentStatus.WITHDRAWN);
        assertThat(correction.getTo().getEventId()).isEqualTo(eventId("out"));
    }

    @Test
    void shouldReportEachOfSeveralMoves() {
        muster.state(aStatement().in("son-dong").version(1));
        muster.state(
                aStatement().in("yen-dung").version(2),
                aStatement().in("tan-an").version(3));

        assertThat(muster.published().corrections())
                .extracting(correction -> correction.getFrom().getAreaId() + " to "
                        + correction.getTo().getAreaId())
                .containsExactly("son-dong to yen-dung", "yen-dung to tan-an");
    }

    @Test
    void shouldReportNothingForFirstDuplicateAndStaleStatements() {
        muster.state(aStatement().version(2).event("first"));
        muster.state(aStatement().version(2).event("first"));
        muster.state(aStatement().version(1).event("older").in("son-dong").withdrawn());

        assertThat(muster.published().corrections()).isEmpty();
    }

    @Test
    void shouldReportNothingForAReenrollment() {
        muster.state(aStatement().version(1).withdrawn());
        muster.state(aStatement().version(2).in("son-dong").withdrawn());
        muster.state(aStatement().version(3).in("yen-dung"));

        assertThat(muster.published().corrections()).isEmpty();
    }

    @Test
    void shouldReportNothingIfAreaAndDayStayTheSame() {
        muster.state(aStatement().version(1).gender(Gender.UNDISCLOSED));
        muster.state(aStatement().version(2).gender(Gender.FEMALE).source("another office"));

        assertThat(muster.published().corrections()).isEmpty();
    }

    private static UUID eventId(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
