package io.muster.streams.topology;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.streams.topology.Drive.drive;
import static io.muster.streams.topology.stage.TopologySettings.LedgerStore.MEMORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.schema.AreaProgress;
import io.muster.schema.Leader;
import io.muster.schema.LevelLeaders;
import io.muster.schema.PaceStatus;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attainment of targets (docs/rules.md, rule 4) and ranks (rule 5). */
class AttainmentOfTargetsTest {

    private final TopologyHarness muster = new TopologyHarness(MEMORY);

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldRoundHalfUpToTwoDecimalsAndExceedAHundred() {
        muster.refer(drive().target("drive", "tan-an", 800)
                .target("drive", "yen-dung", 3)
                .target("drive", "bac-giang", 1));

        muster.state(aStatement().by("p1").in("tan-an"), aStatement().by("p2").in("nham-bien"));

        assertThat(muster.published().area("tan-an").getAttainmentPercent()).hasValue(0.13);
        assertThat(muster.published().area("yen-dung").getAttainmentPercent()).hasValue(66.67);
        assertThat(muster.published().area("bac-giang").getAttainmentPercent()).hasValue(200.0);
    }

    @Test
    void shouldHaveNoAttainmentWithoutATargetOrWithATargetOfZero() {
        muster.refer(drive().target("drive", "yen-dung", 0));

        muster.state(aStatement().in("yen-dung"));

        assertThat(muster.published().area("yen-dung").getAttainmentPercent()).isEmpty();
        assertThat(muster.published().area("bac-giang").getAttainmentPercent()).isEmpty();
        assertThat(muster.published().area("bac-giang").getCompletedOn()).isEmpty();
    }

    @Test
    void shouldTreatATargetOfZeroAsNoTarget() {
        muster.refer(drive().target("drive", "yen-dung", 0).target("drive", "bac-giang", 5));

        muster.state(aStatement().in("yen-dung"));

        AreaProgress row = muster.published().area("yen-dung");
        assertThat(row.getTarget()).hasValue(0L);
        assertThat(row.getCompletedOn()).isEmpty();
        assertThat(row.getRankByAttainment()).isEmpty();
        assertThat(row.getStatus()).hasValue(PaceStatus.NO_TARGET);
        assertThat(row.getExpected()).isEmpty();
        assertThat(row.getRequiredPerDay()).isEmpty();
        assertThat(row.getProjectedCompletionOn()).isEmpty();
        assertThat(muster.published().area("bac-giang").getChildrenTarget()).hasValue(0L);
        assertThat(muster.published().campaign().getLeaders().get(0).getByAttainment())
                .isEmpty();
    }

    @Test
    void shouldBeCompletedOnTheFirstDayWhoseCumulativeCountReachesTheTarget() {
        muster.refer(drive().target("drive", "yen-dung", 2));

        muster.state(aStatement().by("p1").on("2023-05-18"));
        assertThat(muster.published().area("yen-dung").getCompletedOn()).isEmpty();
        muster.state(aStatement().by("p2").on("2023-05-20"));
        assertThat(muster.published().area("yen-dung").getCompletedOn()).hasValue(LocalDate.parse("2023-05-20"));
        muster.state(aStatement().by("late").on("2023-05-03"));

        assertThat(muster.published().area("yen-dung").getCompletedOn()).hasValue(LocalDate.parse("2023-05-18"));
    }

    @Test
    void shouldNoLongerBeCompletedWhenSomeoneWithdraws() {
        muster.refer(drive().target("drive", "yen-dung", 1));
        muster.state(aStatement().version(1));

        muster.state(aStatement().version(2).withdrawn());

        assertThat(muster.published().area("yen-dung").getCompletedOn()).isEmpty();
        assertThat(muster.published().area("yen-dung").getAttainmentPercent()).hasValue(0.0);
    }

    @Test
    void shouldNotReachATargetWithDaysOutsideThePeriod() {
        muster.refer(drive().target("drive", "yen-dung", 1));

        muster.state(aStatement().on("2023-04-30"));

        assertThat(muster.published().area("yen-dung").getCompletedOn()).isEmpty();
    }

    @Test
    void shouldReportTheDifferenceIfTheTargetsOfChildrenDoNotAddUp() {
        muster.refer(drive().target("drive", "bac-giang", 3_285)
                .target("drive", "yen-dung", 285)
                .target("drive", "son-dong", 71)
                .target("drive", "tan-an", 285));

        AreaProgress province = muster.published().area("bac-giang");
        assertThat(province.getTarget()).hasValue(3_285L);
        assertThat(province.getChildrenTarget()).hasValue(356L);
        assertThat(province.getChildrenTargetDifference()).hasValue(356L - 3_285L);
        assertThat(muster.published().area("yen-dung").getChildrenTargetDifference())
                .hasValue(0L);
        assertThat(muster.published().area("son-dong").getChildrenTarget()).isEmpty();
        assertThat(muster.published().campaign().getDataQuality().getTargetMismatches())
                .isEqualTo(1);
    }

    @Test
    void shouldRankAreasOfTheSameLevelByCountAndByAttainment() {
        muster.refer(drive().area("luc-ngan", "bac-giang", "district")
                .target("drive", "son-dong", 1)
                .target("drive", "yen-dung", 20));

        muster.state(
                aStatement().by("p1").in("yen-dung"),
                aStatement().by("p2").in("yen-dung"),
                aStatement().by("p3").in("son-dong"),
                aStatement().by("p4").in("luc-ngan"));

        assertThat(muster.published().area("yen-dung").getRankByCount()).hasValue(1);
        assertThat(muster.published().area("son-dong").getRankByCount()).hasValue(2);
        assertThat(muster.published().area("luc-ngan").getRankByCount()).hasValue(2);
        assertThat(muster.published().area("son-dong").getRankByAttainment()).hasValue(1);
        assertThat(muster.published().area("yen-dung").getRankByAttainment()).hasValue(2);
        assertThat(muster.published().area("luc-ngan").getRankByAttainment()).isEmpty();
        LevelLeaders districts = muster.published().campaign().getLeaders().get(0);
        assertThat(districts.getLevel()).isEqualTo("district");
        assertThat(districts.getByCount())
                .extracting(Leader::getAreaId)
                .containsExactly("yen-dung", "luc-ngan", "son-dong");
        assertThat(districts.getByAttainment()).extracting(Leader::getAreaId).containsExactly("son-dong", "yen-dung");
    }
}
