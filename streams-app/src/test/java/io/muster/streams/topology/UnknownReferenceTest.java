package io.muster.streams.topology;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.streams.topology.Drive.areas;
import static io.muster.streams.topology.Drive.drive;
import static io.muster.streams.topology.stage.TopologySettings.LedgerStore.MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.Topics;
import io.muster.schema.CampaignProgress;
import io.muster.schema.DataQuality;
import io.muster.schema.UnplacedArea;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Definitions that arrive after the statements (docs/rules.md, rule 8). */
class UnknownReferenceTest {

    private final TopologyHarness muster = new TopologyHarness(MEMORY);

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldCountTheStatementsOfAnUnknownCampaignAsSoonAsItIsDefined() {
        muster.refer(areas());
        muster.state(aStatement().by("p1"), aStatement().by("p2").in("son-dong"));

        CampaignProgress before = muster.published().campaign();
        assertThat(before.getProgress()).isEmpty();
        assertThat(before.getAsOfDay()).isEmpty();
        assertThat(before.getDataQuality().getCampaignKnown()).isFalse();
        assertThat(before.getDataQuality().getUnplaced()).isEqualTo(2);
        assertThat(muster.published().latest(Topics.AREA_PROGRESS)).isEmpty();

        muster.refer(drive());

        assertThat(muster.published().campaign().getDataQuality().getCampaignKnown())
                .isTrue();
        assertThat(muster.published().campaign().getDataQuality().getUnplaced()).isZero();
        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(2);
        assertThat(muster.published().day("son-dong", "2023-05-12").getEnrolled())
                .isEqualTo(1);
    }

    @Test
    void shouldCountTheStatementsOfAnUnknownAreaAsSoonAsItIsDefined() {
        muster.refer(drive());
        muster.state(aStatement().by("p1").in("tan-an"), aStatement().by("p2").in("luc-ngan"));

        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(1);
        DataQuality before = muster.published().campaign().getDataQuality();
        assertThat(before.getUnknownArea()).isEqualTo(1);
        assertThat(before.getUnplaced()).isEqualTo(1);
        assertThat(before.getOutsideTree()).isZero();
        assertThat(before.getUnplacedAreas()).containsExactly(new UnplacedArea("luc-ngan", 1L, false));

        muster.refer(someReferences().area("luc-ngan", "bac-giang", "district"));

        assertThat(muster.published().area("luc-ngan").getEnrolled()).isEqualTo(1);
        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(2);
        assertThat(muster.published().campaign().getDataQuality().getUnplaced()).isZero();
    }

    @Test
    void shouldShowACampaignWhoseRootAreaIsUnknown() {
        muster.refer(someReferences().campaign("drive", "2023-05-01", "2023-05-31", "bac-giang"));
        muster.state(aStatement());

        assertThat(muster.published().campaign().getProgress()).isEmpty();
        assertThat(muster.published().campaign().getDataQuality().getCampaignKnown())
                .isTrue();
        assertThat(muster.published().campaign().getDataQuality().getUnknownArea())
                .isEqualTo(1);
    }

    @Test
    void shouldCountStatementsInDefinedAreasOutsideTheCampaignSeparately() {
        muster.refer(drive().area("hanoi", null, "province"));

        muster.state(aStatement().in("hanoi"));

        DataQuality quality = muster.published().campaign().getDataQuality();
        assertThat(quality.getOutsideTree()).isEqualTo(1);
        assertThat(quality.getUnknownArea()).isZero();
        assertThat(quality.getUnplaced()).isEqualTo(1);
    }

    @Test
    void shouldCountOrphanAndCyclicAreas() {
        muster.refer(drive().area("orphan", "missing", "commune")
                .area("hen", "egg", "commune")
                .area("egg", "hen", "commune"));

        muster.state(aStatement().by("p1").in("orphan"), aStatement().by("p2").in("hen"));

        DataQuality quality = muster.published().campaign().getDataQuality();
        assertThat(quality.getOrphanAreas()).isEqualTo(1);
        assertThat(quality.getCyclicAreas()).isEqualTo(2);
        assertThat(quality.getUnknownArea()).isEqualTo(1);
        assertThat(quality.getOutsideTree()).isEqualTo(1);
    }

    @Test
    void shouldEndWithTheSameRowsInAnyOrderOfDefinitionsAndStatements() {
        List<Runnable> arrivals = List.of(
                () -> muster.refer(someReferences().campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")),
                () -> muster.refer(someReferences().area("bac-giang", null, "province")),
                () -> muster.refer(someReferences().area("yen-dung", "bac-giang", "district")),
                () -> muster.refer(someReferences().area("tan-an", "yen-dung", "commune")),
                () -> muster.refer(someReferences().target("drive", "yen-dung", 2)),
                () -> muster.refer(someReferences().certified("drive", "yen-dung", "2023-05-12", 3)),
                () -> muster.state(aStatement().in("tan-an")));
        for (int first = 0; first < arrivals.size(); first++) {
            removeEverything();
            List<Runnable> order = new ArrayList<>(arrivals.subList(first, arrivals.size()));
            order.addAll(arrivals.subList(0, first));

            order.forEach(Runnable::run);

            assertThat(muster.published().area("yen-dung").getAttainmentPercent())
                    .as("starting with arrival %d", first)
                    .hasValue(50.0);
            assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(1);
            assertThat(muster.published().area("bac-giang").getChildrenTarget()).hasValue(2L);
            assertThat(muster.published().day("yen-dung", "2023-05-12").getAdjustment())
                    .hasValue(-2L);
            assertThat(muster.published().latest(Topics.AREA_PROGRESS)).hasSize(3);
        }
    }

    @Test
    void shouldPublishADefinedCampaignWithoutStatements() {
        muster.refer(drive());

        assertThat(muster.published().campaign().getDataQuality().getCampaignKnown())
                .isTrue();
        assertThat(muster.published().latest(Topics.AREA_PROGRESS)).hasSize(5);
    }

    private void removeEverything() {
        muster.remove(Topics.CAMPAIGNS, "drive");
        muster.remove(Topics.AREAS, "bac-giang");
        muster.remove(Topics.AREAS, "yen-dung");
        muster.remove(Topics.AREAS, "tan-an");
        muster.remove(Topics.TARGETS, "drive:yen-dung");
        muster.remove(Topics.CERTIFIED_COUNTS, "drive|yen-dung|2023-05-12");
    }
}
