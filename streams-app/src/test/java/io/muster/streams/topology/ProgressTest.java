package io.muster.streams.topology;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.streams.topology.Drive.drive;
import static io.muster.streams.topology.stage.TopologySettings.LedgerStore.MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.statement.Gender;
import io.muster.schema.AreaProgress;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Progress (docs/rules.md, rule 3), with the day of the latest statement as the as-of day. */
class ProgressTest {

    private final TopologyHarness muster = new TopologyHarness(MEMORY);

    ProgressTest() {
        muster.refer(drive());
    }

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldIncludeTheFirstAndTheLastDayOfThePeriod() {
        muster.state(
                aStatement().by("p1").on("2023-05-01"),
                aStatement().by("p2").on("2023-05-18"),
                aStatement().by("p3").on("2023-05-31"));

        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(3);
        assertThat(muster.published().area("bac-giang").getOutsidePeriod()).isZero();
    }

    @Test
    void shouldCountDaysOutsideThePeriodSeparately() {
        muster.state(
                aStatement().by("p1").on("2023-04-30"),
                aStatement().by("p2").on("2023-05-31"),
                aStatement().by("p3").on("2023-06-01"));

        AreaProgress progress = muster.published().area("bac-giang");
        assertThat(progress.getEnrolled()).isEqualTo(1);
        assertThat(progress.getOutsidePeriod()).isEqualTo(2);
        assertThat(progress.getToday()).isZero();
        assertThat(progress.getLast7Days()).isEqualTo(1);
        assertThat(muster.published().day("bac-giang", "2023-06-01").getEnrolled())
                .isEqualTo(1);
        assertThat(muster.published().campaign().getDataQuality().getOutsidePeriod())
                .isEqualTo(2);
    }

    @Test
    void shouldCountTodayAndTheSevenDaysThatEndOnIt() {
        muster.state(
                aStatement().by("p1").on("2023-05-11"),
                aStatement().by("p2").on("2023-05-12"),
                aStatement().by("p3").on("2023-05-17"),
                aStatement().by("p4").on("2023-05-18"));

        AreaProgress progress = muster.published().area("yen-dung");
        assertThat(progress.getAsOfDay()).isEqualTo(LocalDate.parse("2023-05-18"));
        assertThat(progress.getToday()).isEqualTo(1);
        assertThat(progress.getLast7Days()).isEqualTo(3);
        assertThat(progress.getEnrolled()).isEqualTo(4);
    }

    @Test
    void shouldDistinguishStatementsForTheAreaItselfFromThoseBelow() {
        muster.state(
                aStatement().by("p1").in("yen-dung").on("2023-05-02"),
                aStatement().by("p2").in("yen-dung").on("2023-05-17"),
                aStatement().by("p3").in("yen-dung").on("2023-05-18"),
                aStatement().by("p4").in("tan-an").on("2023-05-18"));

        AreaProgress progress = muster.published().area("yen-dung");
        assertThat(progress.getEnrolled()).isEqualTo(4);
        assertThat(progress.getOwnEnrolled()).isEqualTo(3);
        assertThat(progress.getOwnLast7Days()).isEqualTo(2);
        assertThat(progress.getOwnToday()).isEqualTo(1);
        assertThat(muster.published().area("bac-giang").getOwnEnrolled()).isZero();
    }

    @Test
    void shouldPublishZerosForAnAreaWithATargetAndNoStatement() {
        muster.refer(drive().target("drive", "son-dong", 71));

        AreaProgress progress = muster.published().area("son-dong");

        assertThat(progress.getEnrolled()).isZero();
        assertThat(progress.getWithdrawn()).isZero();
        assertThat(progress.getToday()).isZero();
        assertThat(progress.getLast7Days()).isZero();
        assertThat(progress.getTarget()).hasValue(71L);
        assertThat(progress.getAttainmentPercent()).hasValue(0.0);
        assertThat(progress.getLastRecordedAt()).isEmpty();
    }

    @Test
    void shouldAddTheInitialStockToTheRunningStock() {
        muster.refer(drive().campaign("drive", "2023-05-01", "2023-05-31", "bac-giang", 48_854L)
                .area("yen-dung", "bac-giang", "district", 5_000L));

        muster.state(aStatement().in("tan-an"), aStatement().by("p2").in("son-dong"));

        assertThat(muster.published().campaign().getStock()).hasValue(48_856L);
        assertThat(muster.published().area("yen-dung").getStock()).hasValue(5_001L);
        assertThat(muster.published().area("son-dong").getStock()).isEmpty();
    }

    @Test
    void shouldShowTheLatestRecordedAtOfEachArea() {
        muster.state(
                aStatement().by("p1").in("tan-an").on("2023-05-12").recordedAt("2023-05-12T10:00:00Z"),
                aStatement().by("p2").in("son-dong").on("2023-05-12").recordedAt("2023-05-13T09:00:00Z"));

        assertThat(muster.published().area("yen-dung").getLastRecordedAt())
                .hasValue(Instant.parse("2023-05-12T10:00:00Z"));
        assertThat(muster.published().area("bac-giang").getLastRecordedAt())
                .hasValue(Instant.parse("2023-05-13T09:00:00Z"));
    }

    @Test
    void shouldCountSegmentsToDateAtEveryLevel() {
        muster.state(
                aWoman().by("p1").in("tan-an").on("2023-05-12"),
                aWoman().by("p2").in("son-dong").on("2023-05-12"),
                aWoman().by("p3").in("son-dong").on("2023-06-12"));

        assertThat(muster.published().segment("bac-giang", "gender", "FEMALE")).isEqualTo(2);
        assertThat(muster.published().segment("yen-dung", "ageBand", "30-39")).isEqualTo(1);

        muster.state(aWoman().by("p1").in("tan-an").on("2023-05-12").version(2).withdrawn());

        assertThat(muster.published().segment("bac-giang", "gender", "FEMALE")).isEqualTo(1);
        assertThat(muster.published().segment("yen-dung", "ageBand", "30-39")).isZero();
        assertThat(muster.published().latest(Topics.SEGMENT_COUNTS).keySet())
                .noneMatch(key -> key.contains("occupation") || key.contains("incomeBand"));
    }

    private static StatementBuilder aWoman() {
        return aStatement().gender(Gender.FEMALE).ageBand("30-39");
    }
}
