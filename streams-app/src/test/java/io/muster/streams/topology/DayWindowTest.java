package io.muster.streams.topology;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.streams.topology.Drive.drive;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.Topics;
import io.muster.schema.DailyCount;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts by day (docs/rules.md, rule 2). */
@ParameterizedClass(name = "ledger in {0}")
@EnumSource
class DayWindowTest {

    private final TopologyHarness muster;

    DayWindowTest(LedgerStore ledgerStore) {
        muster = new TopologyHarness(ledgerStore);
        muster.refer(drive());
    }

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldCountADayAtEveryLevelOfTheTree() {
        muster.state(
                aStatement().by("p1").in("tan-an").on("2023-05-12"),
                aStatement().by("p2").in("nham-bien").on("2023-05-12"),
                aStatement().by("p3").in("yen-dung").on("2023-05-12"),
                aStatement().by("p4").in("son-dong").on("2023-05-12"),
                aStatement().by("p5").in("bac-giang").on("2023-05-12"),
                aStatement().by("p6").in("tan-an").on("2023-05-13"));

        assertThat(muster.published().day("tan-an", "2023-05-12").getEnrolled()).isEqualTo(1);
        assertThat(muster.published().day("nham-bien", "2023-05-12").getEnrolled())
                .isEqualTo(1);
        assertThat(muster.published().day("yen-dung", "2023-05-12").getEnrolled())
                .isEqualTo(3);
        assertThat(muster.published().day("son-dong", "2023-05-12").getEnrolled())
                .isEqualTo(1);
        assertThat(muster.published().day("bac-giang", "2023-05-12").getEnrolled())
                .isEqualTo(5);
        assertThat(muster.published().day("bac-giang", "2023-05-13").getEnrolled())
                .isEqualTo(1);
    }

    @Test
    void shouldCountAWithdrawalOnTheDayThatItNames() {
        muster.state(
                aStatement().by("p1").on("2023-05-12").version(1),
                aStatement().by("p2").on("2023-05-12").version(1),
                aStatement().by("p1").on("2023-05-14").version(2).withdrawn());

        DailyCount enrolledOn = muster.published().day("bac-giang", "2023-05-12");
        assertThat(enrolledOn.getEnrolled()).isEqualTo(1);
        assertThat(enrolledOn.getWithdrawn()).isZero();
        DailyCount withdrawnOn = muster.published().day("bac-giang", "2023-05-14");
        assertThat(withdrawnOn.getEnrolled()).isZero();
        assertThat(withdrawnOn.getWithdrawn()).isEqualTo(1);
    }

    @Test
    void shouldCountALateStatementOnItsOwnDay() {
        muster.state(aStatement().by("p1").on("2023-05-30"));

        muster.state(aStatement().by("p2").on("2023-05-02").recordedAt("2023-09-01T08:00:00Z"));

        assertThat(muster.published().day("bac-giang", "2023-05-02").getEnrolled())
                .isEqualTo(1);
    }

    @Test
    void shouldShowStatementsAfterCertificationAsAnAdjustment() {
        muster.state(
                aStatement().by("p1").on("2023-05-12"), aStatement().by("p2").on("2023-05-12"));
        muster.refer(drive().certified("drive", "bac-giang", "2023-05-12", 2));
        assertThat(muster.published().day("bac-giang", "2023-05-12").getAdjustment())
                .hasValue(0L);

        muster.state(aStatement().by("p3").on("2023-05-12"));

        DailyCount day = muster.published().day("bac-giang", "2023-05-12");
        assertThat(day.getEnrolled()).isEqualTo(3);
        assertThat(day.getCertified()).hasValue(2L);
        assertThat(day.getAdjustment()).hasValue(1L);
        assertThat(muster.published().day("yen-dung", "2023-05-12").getCertified())
                .isEmpty();
    }

    @Test
    void shouldShowACertifiedDayWithoutStatements() {
        muster.refer(drive().certified("drive", "son-dong", "2023-05-12", 4));

        DailyCount day = muster.published().day("son-dong", "2023-05-12");

        assertThat(day.getEnrolled()).isZero();
        assertThat(day.getAdjustment()).hasValue(-4L);
    }

    @Test
    void shouldDropTheAdjustmentWhenTheCertifiedCountIsRemoved() {
        muster.state(aStatement().on("2023-05-12"));
        muster.refer(drive().certified("drive", "bac-giang", "2023-05-12", 4)
                .certified("drive", "bac-giang", "2023-05-13", 4));

        muster.remove(Topics.CERTIFIED_COUNTS, "drive|bac-giang|2023-05-12");
        muster.remove(Topics.CERTIFIED_COUNTS, "drive|bac-giang|2023-05-13");

        assertThat(muster.published().day("bac-giang", "2023-05-12").getAdjustment())
                .isEmpty();
        assertThat(muster.published().latest(Topics.DAILY_COUNTS)).doesNotContainKey("drive|bac-giang|2023-05-13");
    }

    @Test
    void shouldKeepAnEmptyDayAfterItsLastParticipantMoved() {
        muster.state(aStatement().on("2023-05-12").version(1));

        muster.state(aStatement().on("2023-05-13").version(2));

        assertThat(muster.published().day("bac-giang", "2023-05-12").getEnrolled())
                .isZero();
        assertThat(muster.published().day("bac-giang", "2023-05-13").getEnrolled())
                .isEqualTo(1);
    }
}
