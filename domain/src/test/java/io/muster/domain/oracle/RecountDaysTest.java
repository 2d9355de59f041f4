package io.muster.domain.oracle;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.domain.tally.DayRow;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** docs/rules.md, rules 1 and 2. */
class RecountDaysTest {

    private static final References REFERENCES = someReferences()
            .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
            .area("bac-giang", null, "province")
            .area("yen-dung", "bac-giang", "district")
            .area("hiep-hoa", "bac-giang", "district")
            .certified("drive", "yen-dung", "2023-05-12", 3)
            .certified("drive", "yen-dung", "2023-05-13", 1)
            .certified("drive", "lost", "2023-05-13", 1)
            .build();

    @Test
    void shouldCountEveryLevelAndEveryCertifiedDay() {
        Rows rows = recount(
                aStatement().by("p1").in("yen-dung").on("2023-05-12").build(),
                aStatement().by("p2").in("hiep-hoa").on("2023-05-12").build(),
                aStatement()
                        .by("p3")
                        .in("hiep-hoa")
                        .on("2023-05-12")
                        .withdrawn()
                        .build());

        assertThat(rows.days().values())
                .containsExactlyInAnyOrder(
                        day("bac-giang", "2023-05-12", 2, 1, null),
                        day("hiep-hoa", "2023-05-12", 1, 1, null),
                        day("yen-dung", "2023-05-12", 1, 0, 3L),
                        day("yen-dung", "2023-05-13", 0, 0, 1L));
        assertThat(rows.day("drive", "yen-dung", "2023-05-12").adjustment()).isEqualTo(-2);
    }

    @Test
    void shouldLetTheHighestVersionWinAndKeepTheDaysOfLowerVersions() {
        Rows rows = recount(
                aStatement().version(2).in("hiep-hoa").on("2023-05-14").build(),
                aStatement().version(1).in("yen-dung").on("2023-05-12").build());

        assertThat(rows.days().values())
                .containsExactlyInAnyOrder(
                        day("bac-giang", "2023-05-12", 0, 0, null),
                        day("bac-giang", "2023-05-14", 1, 0, null),
                        day("hiep-hoa", "2023-05-14", 1, 0, null),
                        day("yen-dung", "2023-05-12", 0, 0, 3L),
                        day("yen-dung", "2023-05-13", 0, 0, 1L));
    }

    @Test
    void shouldCompareTheEventIdsOfEqualVersionsAsUnsigned() {
        Statement low = aStatement()
                .eventId(UUID.fromString("7fffffff-0000-4000-8000-000000000000"))
                .in("yen-dung")
                .build();
        Statement high = aStatement()
                .eventId(UUID.fromString("80000000-0000-4000-8000-000000000000"))
                .in("hiep-hoa")
                .build();

        Rows rows = recount(high, low);

        assertThat(rows.day("drive", "hiep-hoa", "2023-05-12").enrolled()).isEqualTo(1);
        assertThat(rows.day("drive", "yen-dung", "2023-05-12").enrolled()).isZero();
    }

    @Test
    void shouldCountADuplicateOnce() {
        Statement statement = aStatement().build();

        assertThat(recount(statement, statement)).isEqualTo(recount(statement));
    }

    @Test
    void shouldCountAParticipantOnceInEachCampaign() {
        References references = someReferences()
                .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
                .campaign("other", "2023-05-01", "2023-05-31", "bac-giang")
                .area("bac-giang", null, "province")
                .build();

        Rows rows = Recount.of(
                List.of(
                        aStatement().forCampaign("drive").in("bac-giang").build(),
                        aStatement()
                                .forCampaign("other")
                                .in("bac-giang")
                                .version(9)
                                .build()),
                references,
                AsOf.RECORDED);

        assertThat(rows.days().values()).extracting(DayRow::enrolled).containsExactly(1L, 1L);
    }

    @Test
    void shouldCountAWithdrawalAndAReEnrollment() {
        Statement enrolled = aStatement().version(1).on("2023-05-12").build();
        Statement withdrawn =
                aStatement().version(2).on("2023-05-12").withdrawn().build();
        Statement again = aStatement().version(3).on("2023-05-14").build();

        assertThat(recount(enrolled, withdrawn).day("drive", "yen-dung", "2023-05-12"))
                .isEqualTo(day("yen-dung", "2023-05-12", 0, 1, 3L));
        assertThat(recount(again, enrolled, withdrawn).days())
                .containsEntry("drive|yen-dung|2023-05-12", day("yen-dung", "2023-05-12", 0, 0, 3L))
                .containsEntry("drive|yen-dung|2023-05-14", day("yen-dung", "2023-05-14", 1, 0, null));
    }

    @Test
    void shouldRejectDifferentStatementsWithTheSameVersionAndEventId() {
        assertThatThrownBy(() -> recount(
                        aStatement().in("yen-dung").build(),
                        aStatement().in("hiep-hoa").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("neither wins")
                .hasMessageContaining("yen-dung")
                .hasMessageContaining("hiep-hoa");
    }

    private static Rows recount(Statement... statements) {
        return Recount.of(List.of(statements), REFERENCES, AsOf.on("2023-05-18"));
    }

    private static DayRow day(String area, String day, long enrolled, long withdrawn, @Nullable Long certified) {
        return new DayRow(campaignId("drive"), areaId(area), LocalDate.parse(day), enrolled, withdrawn, certified);
    }
}
