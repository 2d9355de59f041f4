package io.muster.streams.topology;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.streams.topology.Drive.drive;
import static io.muster.streams.topology.stage.TopologySettings.LedgerStore.MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.Topics;
import io.muster.domain.statement.Gender;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Definitions that are replaced or removed after statements were counted. */
class ChangedReferenceTest {

    private final TopologyHarness muster = new TopologyHarness(MEMORY);

    @BeforeEach
    void count() {
        muster.refer(drive().target("drive", "yen-dung", 10).target("drive", "son-dong", 5));
        muster.state(
                aStatement().by("p1").in("tan-an").on("2023-05-12").gender(Gender.FEMALE),
                aStatement().by("p2").in("son-dong").on("2023-05-13"));
    }

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldMoveTheCountsOfAnAreaThatGetsAnotherParent() {
        muster.refer(someReferences().area("tan-an", "son-dong", "commune"));

        assertThat(muster.published().area("yen-dung").getEnrolled()).isZero();
        assertThat(muster.published().area("son-dong").getEnrolled()).isEqualTo(2);
        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(2);
        assertThat(muster.published().area("tan-an").getParentId()).hasValue("son-dong");
        assertThat(muster.published().day("son-dong", "2023-05-12").getEnrolled())
                .isEqualTo(1);
        assertThat(muster.published().latest(Topics.DAILY_COUNTS)).doesNotContainKey("drive|yen-dung|2023-05-12");
        assertThat(muster.published().segment("son-dong", "gender", "FEMALE")).isEqualTo(1);
        assertThat(muster.published().latest(Topics.SEGMENT_COUNTS)).doesNotContainKey("drive|yen-dung|gender|FEMALE");
    }

    @Test
    void shouldRemoveTheRowsOfARemovedAreaAndAllBelowIt() {
        muster.published().written(Topics.AREA_PROGRESS);

        muster.remove(Topics.AREAS, "yen-dung");

        assertThat(muster.published().written(Topics.AREA_PROGRESS))
                .filteredOn(record -> record.value() == null)
                .extracting(TestRecord::key)
                .containsExactlyInAnyOrder("drive|yen-dung", "drive|tan-an", "drive|nham-bien");
        assertThat(muster.published().latest(Topics.DAILY_COUNTS).keySet())
                .containsExactlyInAnyOrder("drive|bac-giang|2023-05-13", "drive|son-dong|2023-05-13");
        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(1);
        assertThat(muster.published().campaign().getDataQuality().getUnknownArea())
                .isEqualTo(1);
        assertThat(muster.published().campaign().getDataQuality().getOrphanAreas())
                .isEqualTo(2);
    }

    @Test
    void shouldCountAgainWhenARemovedAreaIsDefinedAgain() {
        muster.remove(Topics.AREAS, "tan-an");
        muster.state(aStatement().by("p3").in("tan-an").on("2023-05-14"));

        muster.refer(drive());

        assertThat(muster.published().area("tan-an").getEnrolled()).isEqualTo(2);
        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(3);
    }

    @Test
    void shouldHaveNoAttainmentWhenTheTargetIsRemoved() {
        muster.remove(Topics.TARGETS, "drive:yen-dung");

        assertThat(muster.published().area("yen-dung").getTarget()).isEmpty();
        assertThat(muster.published().area("yen-dung").getAttainmentPercent()).isEmpty();
        assertThat(muster.published().area("yen-dung").getEnrolled()).isEqualTo(1);
        assertThat(muster.published().area("bac-giang").getChildrenTarget()).hasValue(5L);
    }

    @Test
    void shouldUseAReplacedTarget() {
        muster.refer(someReferences().target("drive", "yen-dung", 4));

        assertThat(muster.published().area("yen-dung").getAttainmentPercent()).hasValue(25.0);
    }

    @Test
    void shouldRemoveTheRowsOfARemovedCampaignButKeepItsStatements() {
        muster.remove(Topics.CAMPAIGNS, "drive");

        assertThat(muster.published().latest(Topics.AREA_PROGRESS)).isEmpty();
        assertThat(muster.published().latest(Topics.DAILY_COUNTS)).isEmpty();
        assertThat(muster.published().latest(Topics.SEGMENT_COUNTS)).isEmpty();
        assertThat(muster.published().campaign().getDataQuality().getCampaignKnown())
                .isFalse();
        assertThat(muster.published().campaign().getDataQuality().getUnplaced()).isEqualTo(2);

        muster.refer(drive());

        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(2);
    }

    @Test
    void shouldRemoveEveryRowOfACampaignWithoutStatements() {
        muster.refer(someReferences().campaign("quiet", "2023-05-01", "2023-05-31", "bac-giang"));
        assertThat(muster.published().latest(Topics.CAMPAIGN_PROGRESS)).containsKey("quiet");

        muster.remove(Topics.CAMPAIGNS, "quiet");

        assertThat(muster.published().latest(Topics.CAMPAIGN_PROGRESS)).containsOnlyKeys("drive");
        assertThat(muster.published().latest(Topics.AREA_PROGRESS).keySet()).allMatch(key -> key.startsWith("drive|"));
    }

    @Test
    void shouldRecountDaysWhenThePeriodChanges() {
        muster.refer(someReferences().campaign("drive", "2023-05-13", "2023-05-31", "bac-giang"));

        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(1);
        assertThat(muster.published().area("bac-giang").getOutsidePeriod()).isEqualTo(1);
        assertThat(muster.published().latest(Topics.SEGMENT_COUNTS)).doesNotContainKey("drive|tan-an|gender|FEMALE");
    }

    @Test
    void shouldRollUpToANewRootOfTheCampaign() {
        muster.refer(someReferences().campaign("drive", "2023-05-01", "2023-05-31", "yen-dung"));

        assertThat(muster.published().campaign().getProgress())
                .hasValueSatisfying(root -> assertThat(root.getAreaId()).isEqualTo("yen-dung"));
        assertThat(muster.published().area("yen-dung").getParentId()).isEmpty();
        assertThat(muster.published().latest(Topics.AREA_PROGRESS)).doesNotContainKeys("drive|bac-giang");
        assertThat(muster.published().campaign().getDataQuality().getOutsideTree())
                .isEqualTo(1);
    }
}
