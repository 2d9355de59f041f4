package io.muster.domain.oracle;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.plan.Pace;
import io.muster.domain.plan.PaceStatus;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Statement;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.SegmentRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/rules.md, rules 3, 4 and 6, and segments. */
class RecountProgressTest {

    private final ReferencesBuilder references = someReferences()
            .campaign("drive", "2023-05-10", "2023-05-20", "bac-giang", 500L)
            .area("bac-giang", null, "province", 40L)
            .area("yen-dung", "bac-giang", "district")
            .area("hiep-hoa", "bac-giang", "district");

    private final List<Statement> statements = new ArrayList<>();

    @Test
    void shouldGiveAnAreaWithoutStatementsARowOfZeros() {
        references.target("drive", "yen-dung", 7);

        assertThat(area("yen-dung"))
                .isEqualTo(new AreaRow(
                        new AreaRow.Placement(campaignId("drive"), areaId("yen-dung"), areaId("bac-giang"), "district"),
                        LocalDate.parse("2023-05-18"),
                        new AreaRow.Counts(0, 0, 0, 0, 0, 0, AreaRow.Own.NONE),
                        new AreaRow.Goal(7L, 0.0, null, null),
                        null,
                        new AreaRow.Ranks(1, 1),
                        null,
                        new Pace(5.09, 5.73, 2.33, new Pace.Forecast(0.0, 0.0, 0.0, 0.0, null), PaceStatus.BEHIND)));
    }

    @Test
    void shouldCountTodayLastSevenDaysPeriodAndOutsidePeriodSeparately() {
        for (String day : List.of(
                "2023-05-09",
                "2023-05-10",
                "2023-05-11",
                "2023-05-12",
                "2023-05-18",
                "2023-05-19",
                "2023-05-20",
                "2023-05-21")) {
            given(aStatement().by(day).on(day));
        }
        given(aStatement().by("left").on("2023-05-18").withdrawn());
        given(aStatement().by("left early").on("2023-05-09").withdrawn());

        AreaRow row = area("bac-giang");

        assertThat(row.enrolled()).as("10 to 18 May").isEqualTo(4);
        assertThat(row.datedAhead()).as("19 and 20 May").isEqualTo(2);
        assertThat(row.outsidePeriod()).isEqualTo(2);
        assertThat(row.withdrawn()).isEqualTo(1);
        assertThat(row.today()).isEqualTo(1);
        assertThat(row.last7Days()).as("12 to 18 May").isEqualTo(2);
        assertThat(row.stock()).isEqualTo(44);
        assertThat(recount(AsOf.on("2023-05-21")).area("drive", "bac-giang").today())
                .as("today is not in the period")
                .isZero();
        assertThat(recount(AsOf.on("2023-05-13")).area("drive", "bac-giang").last7Days())
                .as("10 to 13 May are in the period, 7 to 9 are not")
                .isEqualTo(3);
        assertThat(recount(AsOf.on("2023-05-18")).campaign("drive").stock()).isEqualTo(504);
    }

    @Test
    void shouldRoundAttainmentHalfUpAndReportTheDayOfCompletion() {
        references.target("drive", "yen-dung", 3).target("drive", "hiep-hoa", 0).target("drive", "bac-giang", 4);
        given(aStatement().by("p1").on("2023-05-09"));
        given(aStatement().by("p2").on("2023-05-11"));
        given(aStatement().by("p3").on("2023-05-13"));

        assertThat(area("yen-dung").attainmentPercent()).isEqualTo(66.67);
        assertThat(area("yen-dung").completedOn()).isNull();
        assertThat(area("hiep-hoa").attainmentPercent()).isNull();
        assertThat(area("hiep-hoa").completedOn()).as("0 is nothing to reach").isNull();
        assertThat(area("hiep-hoa").rankByAttainment()).isNull();
        assertThat(area("hiep-hoa").pace().status()).isEqualTo(PaceStatus.NO_TARGET);
        assertThat(area("bac-giang").attainmentPercent()).isEqualTo(50);
        assertThat(area("bac-giang").childrenTarget()).isEqualTo(3);
        assertThat(area("bac-giang").childrenTargetDifference()).isEqualTo(-1);
        assertThat(recount(AsOf.RECORDED).campaign("drive").quality().targetMismatches())
                .isEqualTo(1);

        given(aStatement().by("p4").on("2023-05-15"));
        given(aStatement().by("p5").on("2023-05-15"));

        assertThat(area("yen-dung").completedOn()).isEqualTo("2023-05-15");
        assertThat(area("yen-dung").attainmentPercent()).isEqualTo(133.33);
    }

    @Test
    void shouldNotReachATargetWithEnrollmentsDatedAhead() {
        references.target("drive", "yen-dung", 2);
        given(aStatement().by("p1").on("2023-05-12"));
        given(aStatement().by("p2").on("2023-05-13"));

        AreaRow before = recount(AsOf.on("2023-05-12")).area("drive", "yen-dung");
        assertThat(before.completedOn()).isNull();
        assertThat(before.attainmentPercent()).isEqualTo(50);
        assertThat(recount(AsOf.on("2023-05-12")).alerts("drive", "yen-dung")).isEmpty();
        assertThat(recount(AsOf.on("2023-05-13")).area("drive", "yen-dung").completedOn())
                .isEqualTo("2023-05-13");
    }

    @Test
    void shouldCountOwnStatementsApartFromThoseOfAreasBelow() {
        given(aStatement().by("p1").on("2023-05-10").in("bac-giang"));
        given(aStatement().by("p2").on("2023-05-14").in("bac-giang"));
        given(aStatement().by("p3").on("2023-05-18").in("bac-giang"));
        given(aStatement().by("p4").on("2023-05-19").in("bac-giang"));
        given(aStatement().by("p5").on("2023-05-18").in("yen-dung"));

        assertThat(area("bac-giang").own()).isEqualTo(new AreaRow.Own(3, 1, 2));
        assertThat(area("yen-dung").own()).isEqualTo(new AreaRow.Own(1, 1, 1));
        assertThat(area("hiep-hoa").own()).isEqualTo(AreaRow.Own.NONE);
    }

    @Test
    void shouldUseTheLatestRecordedDayInTheZoneOfTheCampaignEvenOfALoser() {
        given(aStatement().version(2).on("2023-05-12").recordedAt("2023-05-12T10:00:00Z"));
        given(aStatement().version(1).on("2023-05-12").recordedAt("2023-05-13T18:00:00Z"));

        Rows rows = recount(AsOf.RECORDED);

        assertThat(rows.area("drive", "yen-dung").asOfDay())
                .as("it is past midnight in Vietnam")
                .isEqualTo("2023-05-14");
        assertThat(rows.area("drive", "yen-dung").lastRecordedAt()).isEqualTo(Instant.parse("2023-05-13T18:00:00Z"));
        assertThat(rows.area("drive", "hiep-hoa").lastRecordedAt()).isNull();
    }

    @Test
    void shouldUseTheStartDayWhenThereAreNoStatements() {
        assertThat(recount(AsOf.RECORDED).campaign("drive").asOfDay()).isEqualTo("2023-05-10");
    }

    @Test
    void shouldCountSegmentsToDateAndKeepEmptyOnes() {
        given(aStatement().by("p1").version(1).gender(Gender.FEMALE).ageBand("18-29"));
        given(aStatement().by("p1").version(2).gender(Gender.FEMALE).ageBand("30-39"));
        given(aStatement().by("p2").gender(Gender.MALE).withdrawn());
        given(aStatement().by("p3").gender(Gender.OTHER).on("2023-05-09"));

        assertThat(recount(AsOf.RECORDED).segments().values())
                .filteredOn(row -> row.areaId().equals(areaId("bac-giang")))
                .extracting(SegmentRow::value, SegmentRow::enrolled)
                .containsExactlyInAnyOrder(
                        tuple("FEMALE", 1L), tuple("MALE", 0L), tuple("18-29", 0L), tuple("30-39", 1L));
    }

    @Test
    void shouldNotCountSegmentsOfEnrollmentsDatedAhead() {
        given(aStatement().by("p1").gender(Gender.FEMALE).on("2023-05-19"));

        assertThat(recount(AsOf.on("2023-05-18")).segments().values())
                .extracting(SegmentRow::areaId, SegmentRow::enrolled)
                .containsExactlyInAnyOrder(tuple(areaId("bac-giang"), 0L), tuple(areaId("yen-dung"), 0L));
        assertThat(recount(AsOf.on("2023-05-19")).segments().values())
                .allSatisfy(row -> assertThat(row.enrolled()).isEqualTo(1));
    }

    private void given(StatementBuilder statement) {
        statements.add(statement.build());
    }

    private AreaRow area(String id) {
        return recount(AsOf.on("2023-05-18")).area("drive", id);
    }

    private Rows recount(AsOf asOf) {
        return Recount.of(statements, references.build(), asOf);
    }
}
