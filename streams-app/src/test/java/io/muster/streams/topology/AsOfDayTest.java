package io.muster.streams.topology;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.streams.topology.Drive.drive;
import static io.muster.streams.topology.stage.TopologySettings.LedgerStore.MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.Topics;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.domain.statement.Gender;
import io.muster.domain.tally.AsOf;
import io.muster.schema.Leader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The as-of day (docs/rules.md, rule 6). */
class AsOfDayTest {

    /** The as-of day comes from the wall clock. */
    @Nested
    class Wall {

        private Instant now = Instant.EPOCH;

        private TopologyHarness harness() {
            return new TopologyHarness(MEMORY, () -> new AsOf.Wall(now));
        }

        @Test
        void shouldAdvanceAtLocalMidnightWithoutAnyEvent() {
            try (TopologyHarness muster = harness()) {
                now = Instant.parse("2023-05-12T16:59:59.999Z");
                muster.refer(drive());
                muster.state(
                        aStatement().by("p1").on("2023-05-06"),
                        aStatement().by("p2").on("2023-05-12"));
                assertThat(muster.published().area("yen-dung").getAsOfDay()).isEqualTo(LocalDate.parse("2023-05-12"));
                assertThat(muster.published().area("yen-dung").getToday()).isEqualTo(1);
                assertThat(muster.published().area("yen-dung").getLast7Days()).isEqualTo(2);

                now = Instant.parse("2023-05-12T17:00:00Z");
                muster.flush();

                assertThat(muster.published().area("yen-dung").getAsOfDay()).isEqualTo(LocalDate.parse("2023-05-13"));
                assertThat(muster.published().area("yen-dung").getToday()).isZero();
                assertThat(muster.published().area("yen-dung").getLast7Days()).isEqualTo(1);
                assertThat(muster.published().campaign().getAsOfDay()).hasValue(LocalDate.parse("2023-05-13"));
            }
        }

        @Test
        void shouldCountStatementsDatedAheadOnlyOnceTheirDayHasCome() {
            try (TopologyHarness muster = harness()) {
                now = Instant.parse("2023-05-12T02:00:00Z");
                muster.refer(drive().target("drive", "yen-dung", 2));
                muster.state(
                        aStatement().by("p1").on("2023-05-12").gender(Gender.FEMALE),
                        aStatement().by("p2").on("2023-05-13").gender(Gender.FEMALE));
                assertToDate(muster, 1, 1);
                assertThat(muster.published().area("yen-dung").getCompletedOn()).isEmpty();

                now = Instant.parse("2023-05-12T17:00:00Z");
                muster.flush();
                assertToDate(muster, 2, 0);
                assertThat(muster.published().area("yen-dung").getCompletedOn())
                        .hasValue(LocalDate.parse("2023-05-13"));

                now = Instant.parse("2023-05-12T16:00:00Z");
                muster.flush();
                assertToDate(muster, 1, 1);
            }
        }

        private void assertToDate(TopologyHarness muster, long enrolled, long ahead) {
            Outputs published = muster.published();
            assertThat(published.area("yen-dung").getEnrolled()).isEqualTo(enrolled);
            assertThat(published.area("yen-dung").getDatedAhead()).isEqualTo(ahead);
            assertThat(published.area("yen-dung").getAttainmentPercent()).hasValue(50.0 * enrolled);
            assertThat(published.segment("yen-dung", "gender", "FEMALE")).isEqualTo(enrolled);
            assertThat(published.campaign().getDataQuality().getDatedAhead()).isEqualTo(ahead);
            assertThat(published.campaign().getLeaders().get(0).getByCount())
                    .extracting(Leader::getEnrolled)
                    .containsExactly(enrolled);
            assertThat(published.day("yen-dung", "2023-05-13").getEnrolled())
                    .as("the row of a day counts statements dated ahead")
                    .isEqualTo(1);
        }

        @Test
        void shouldPublishNothingWhileTheDayStaysTheSame() {
            try (TopologyHarness muster = harness()) {
                now = Instant.parse("2023-05-12T00:00:00Z");
                muster.refer(drive());
                muster.state(aStatement());
                muster.published().written(Topics.AREA_PROGRESS);

                now = Instant.parse("2023-05-12T16:00:00Z");
                muster.flush();

                assertThat(muster.published().written(Topics.AREA_PROGRESS)).isEmpty();
            }
        }

        @Test
        void shouldBeTheDayInTheZoneOfEachCampaign() {
            try (TopologyHarness muster = harness()) {
                now = Instant.parse("2023-05-12T11:00:00Z");
                muster.refer(drive().campaign(in("Pacific/Kiritimati", "east"))
                        .campaign(in("Pacific/Honolulu", "west"))
                        .campaign(in("Asia/Ho_Chi_Minh", "home")));

                assertThat(muster.published().latest(Topics.CAMPAIGN_PROGRESS))
                        .hasEntrySatisfying(
                                "east", row -> assertThat(row.getAsOfDay()).hasValue(LocalDate.parse("2023-05-13")))
                        .hasEntrySatisfying(
                                "home", row -> assertThat(row.getAsOfDay()).hasValue(LocalDate.parse("2023-05-12")))
                        .hasEntrySatisfying(
                                "west", row -> assertThat(row.getAsOfDay()).hasValue(LocalDate.parse("2023-05-12")));

                now = Instant.parse("2023-05-12T09:59:59Z");
                muster.flush();

                assertThat(muster.published().latest(Topics.CAMPAIGN_PROGRESS))
                        .hasEntrySatisfying(
                                "west", row -> assertThat(row.getAsOfDay()).hasValue(LocalDate.parse("2023-05-11")));
            }
        }

        private Campaign in(String zone, String id) {
            return new Campaign(
                    campaignId(id),
                    Map.of(),
                    new Campaign.Period(LocalDate.parse("2023-05-01"), LocalDate.parse("2023-05-31"), ZoneId.of(zone)),
                    areaId("bac-giang"),
                    new PlanCurve.Linear(),
                    null,
                    null,
                    List.of());
        }
    }

    /** The as-of day comes from the statements. */
    @Nested
    class Recorded {

        @Test
        void shouldBeTheLocalDayOfTheLatestStatementInAnyOrder() {
            try (TopologyHarness muster = new TopologyHarness(MEMORY)) {
                muster.refer(drive());
                muster.state(
                        aStatement().by("p1").on("2023-05-12").recordedAt("2023-05-12T17:00:00Z"),
                        aStatement().by("p2").on("2023-05-12").recordedAt("2023-05-12T16:00:00Z"));

                assertThat(muster.published().area("bac-giang").getAsOfDay()).isEqualTo(LocalDate.parse("2023-05-13"));
                assertThat(muster.published().area("bac-giang").getToday()).isZero();
            }
        }

        @Test
        void shouldBeTheFirstDayOfTheCampaignBeforeAnyStatement() {
            try (TopologyHarness muster = new TopologyHarness(MEMORY)) {
                muster.refer(drive());

                assertThat(muster.published().campaign().getAsOfDay()).hasValue(LocalDate.parse("2023-05-01"));
            }
        }

        @Test
        void shouldAdvanceWithAStatementThatChangesNoCount() {
            try (TopologyHarness muster = new TopologyHarness(MEMORY)) {
                muster.refer(drive());
                muster.state(aStatement().version(2).on("2023-05-12").recordedAt("2023-05-12T10:00:00Z"));

                muster.state(aStatement().version(1).on("2023-05-12").recordedAt("2023-05-15T10:00:00Z"));

                assertThat(muster.published().area("bac-giang").getAsOfDay()).isEqualTo(LocalDate.parse("2023-05-15"));
                assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(1);
            }
        }

        @Test
        void shouldNotAdvanceWithARejectedStatement() {
            try (TopologyHarness muster = new TopologyHarness(MEMORY)) {
                muster.refer(drive());
                muster.state(aStatement().on("2023-05-12"));

                muster.state(aStatement().by(" ").on("2023-05-20"));

                assertThat(muster.events().rejections()).hasSize(1);
                assertThat(muster.published().written(Topics.AREA_PROGRESS))
                        .map(TestRecord::value)
                        .noneMatch(row -> row.getAsOfDay().isAfter(LocalDate.parse("2023-05-12")));
            }
        }
    }
}
