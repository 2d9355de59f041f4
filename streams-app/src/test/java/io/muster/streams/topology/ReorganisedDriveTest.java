package io.muster.streams.topology;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.streams.topology.Drive.drive;
import static io.muster.streams.topology.stage.TopologySettings.LedgerStore.MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.fixture.ReferenceRecord;
import io.muster.domain.fixture.ReferenceRecord.OfArea;
import io.muster.domain.fixture.ReferenceRecord.OfTarget;
import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Guarantees;
import io.muster.domain.reference.Area;
import io.muster.domain.statement.Statement;
import io.muster.schema.DataQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reorganises areas during a campaign, sometimes incorrectly. Each test must end with the same rows as if the final
 * areas had been known from the start.
 */
class ReorganisedDriveTest {

    private static final List<Topic<?>> OF_AREAS =
            List.of(Topics.DAILY_COUNTS, Topics.AREA_PROGRESS, Topics.SEGMENT_COUNTS);

    private final TopologyHarness muster = new TopologyHarness(MEMORY);
    private final ReferencesBuilder references = drive().target("drive", "bac-giang", 15)
            .target("drive", "yen-dung", 10)
            .target("drive", "son-dong", 5);
    private final List<Statement> stated = new ArrayList<>();

    @BeforeEach
    void startTheDrive() {
        muster.refer(references);
        state(
                aStatement().by("p1").in("tan-an").on("2023-05-10"),
                aStatement().by("p2").in("nham-bien").on("2023-05-11"),
                aStatement().by("p3").in("son-dong").on("2023-05-12"));
    }

    @AfterEach
    void compareWithARecountByTheFinalAreas() {
        try (muster) {
            assertThat(Guarantees.brokenByRows(
                            stated, references.build(), AsOf.RECORDED, LatestRows.of(muster.published())))
                    .isEmpty();
        }
    }

    @Test
    void shouldCountACommuneInTheDistrictThatItWasMovedTo() {
        change(area("tan-an", "son-dong"));
        state(aStatement().by("p4").in("tan-an").on("2023-05-15"));

        assertThat(enrolled("son-dong")).isEqualTo(3);
        assertThat(enrolled("yen-dung")).isEqualTo(1);
        assertThat(enrolled("bac-giang")).isEqualTo(4);
        assertThat(muster.published().day("son-dong", "2023-05-10").getEnrolled())
                .isEqualTo(1);
    }

    @Test
    void shouldRestoreTheCountsOfACommuneThatIsMovedBack() {
        change(area("tan-an", "son-dong"));
        state(aStatement().by("p4").in("tan-an").on("2023-05-15"));
        change(area("tan-an", "yen-dung"));

        assertThat(enrolled("yen-dung")).isEqualTo(3);
        assertThat(enrolled("son-dong")).isEqualTo(1);
    }

    @Test
    void shouldCountMergedDistrictsAsOne() {
        change(
                area("tan-an", "son-dong"),
                area("nham-bien", "son-dong"),
                new OfArea(areaId("yen-dung"), null),
                new OfTarget(campaignId("drive"), areaId("yen-dung"), null),
                new OfTarget(campaignId("drive"), areaId("son-dong"), 15L));
        state(aStatement().by("p4").in("nham-bien").on("2023-05-15"));

        assertThat(enrolled("son-dong")).isEqualTo(4);
        assertThat(enrolled("bac-giang")).isEqualTo(4);
        assertThat(muster.published().area("bac-giang").getChildrenTarget()).hasValue(15L);
        assertThat(quality().getUnplaced()).isZero();
    }

    @Test
    void shouldRemoveEveryRowOfAMergedDistrict() {
        List<String> before = rowsOf("yen-dung");
        assertThat(before).hasSize(2 + 1 + 1);
        OF_AREAS.forEach(muster.published()::written);

        change(area("tan-an", "son-dong"), area("nham-bien", "son-dong"), new OfArea(areaId("yen-dung"), null));

        assertThat(OF_AREAS.stream().flatMap(this::tombstones)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void shouldNotPlaceStatementsOfARemovedDistrictUntilItIsDefinedAgain() {
        state(aStatement().by("p4").in("yen-dung").on("2023-05-15"));
        change(area("tan-an", "son-dong"), area("nham-bien", "son-dong"), new OfArea(areaId("yen-dung"), null));

        assertThat(quality().getUnknownArea()).isEqualTo(1);
        assertThat(enrolled("bac-giang")).isEqualTo(3);

        change(area("yen-dung", "bac-giang"));

        assertThat(quality().getUnplaced()).isZero();
        assertThat(enrolled("yen-dung")).isEqualTo(1);
    }

    @Test
    void shouldNotPlaceStatementsOfCyclicAreasUntilTheCycleIsFixed() {
        change(area("yen-dung", "tan-an"));
        state(aStatement().by("p4").in("tan-an").on("2023-05-15"));

        assertThat(enrolled("bac-giang")).isEqualTo(1);
        assertThat(quality().getCyclicAreas()).isEqualTo(3);
        assertThat(quality().getOutsideTree()).isEqualTo(3);
        assertThat(quality().getUnplaced()).isEqualTo(3);
        assertThat(rowsOf("yen-dung")).isEmpty();

        change(area("yen-dung", "bac-giang"));

        assertThat(enrolled("bac-giang")).isEqualTo(4);
        assertThat(quality().getCyclicAreas()).isZero();
        assertThat(quality().getUnplaced()).isZero();
    }

    @Test
    void shouldNotPlaceStatementsOfAnAreaThatIsItsOwnParentUntilItIsFixed() {
        change(area("tan-an", "tan-an"));
        state(aStatement().by("p4").in("tan-an").on("2023-05-15"));

        assertThat(quality().getCyclicAreas()).isEqualTo(1);
        assertThat(quality().getOutsideTree()).isEqualTo(2);

        change(area("tan-an", "yen-dung"));

        assertThat(quality().getCyclicAreas()).isZero();
        assertThat(enrolled("bac-giang")).isEqualTo(4);
    }

    @Test
    void shouldIgnoreACycleAboveTheRoot() {
        change(new OfArea(
                areaId("bac-giang"),
                new Area(areaId("bac-giang"), areaId("yen-dung"), "province", "province", Map.of(), null, null)));
        state(aStatement().by("p4").in("tan-an").on("2023-05-15"));

        assertThat(enrolled("bac-giang")).isEqualTo(4);
        assertThat(quality().getUnplaced()).isZero();
        assertThat(quality().getCyclicAreas()).isEqualTo(5);
    }

    @Test
    void shouldNotPlaceStatementsBelowAnUndefinedAreaUntilItIsDefined() {
        change(area("nham-bien", "luc-nam"));
        state(aStatement().by("p4").in("nham-bien").on("2023-05-15"));

        assertThat(quality().getOrphanAreas()).isEqualTo(1);
        assertThat(quality().getUnknownArea()).isEqualTo(2);
        assertThat(enrolled("bac-giang")).isEqualTo(2);

        change(area("luc-nam", "bac-giang"));

        assertThat(quality().getOrphanAreas()).isZero();
        assertThat(quality().getUnplaced()).isZero();
        assertThat(enrolled("luc-nam")).isEqualTo(2);
        assertThat(enrolled("bac-giang")).isEqualTo(4);
    }

    @Test
    void shouldUseATargetThatIsDefinedAgain() {
        change(new OfTarget(campaignId("drive"), areaId("yen-dung"), null));
        assertThat(muster.published().area("yen-dung").getRankByAttainment()).isEmpty();

        change(new OfTarget(campaignId("drive"), areaId("yen-dung"), 4L));

        assertThat(muster.published().area("yen-dung").getAttainmentPercent()).hasValue(50.0);
        assertThat(muster.published().area("yen-dung").getRankByAttainment()).hasValue(1);
    }

    private void state(StatementBuilder... statements) {
        for (StatementBuilder statement : statements) {
            stated.add(statement.build());
        }
        muster.state(statements);
    }

    /** Publishes all records before the next flush. */
    private void change(ReferenceRecord... records) {
        for (ReferenceRecord record : records) {
            references.take(record);
            muster.send(record);
        }
        muster.flush();
    }

    /** An area below a parent. An existing area keeps its level, a new one is a district. */
    private OfArea area(String id, String parentId) {
        AreaId areaId = areaId(id);
        Area now = references.build().areas().get(areaId);
        String level = now == null ? "district" : now.level();
        return new OfArea(areaId, new Area(areaId, areaId(parentId), level, level, Map.of(), null, null));
    }

    private long enrolled(String areaId) {
        return muster.published().area(areaId).getEnrolled();
    }

    private DataQuality quality() {
        return muster.published().campaign().getDataQuality();
    }

    private List<String> rowsOf(String areaId) {
        return OF_AREAS.stream()
                .flatMap(topic -> muster.published().latest(topic).keySet().stream())
                .filter(key -> (key + "|").startsWith("drive|" + areaId + "|"))
                .toList();
    }

    private Stream<String> tombstones(Topic<?> topic) {
        return muster.published().written(topic).stream()
                .filter(record -> record.value() == null)
                .map(TestRecord::key);
    }
}
