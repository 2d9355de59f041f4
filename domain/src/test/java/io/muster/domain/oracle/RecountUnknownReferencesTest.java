package io.muster.domain.oracle;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.CampaignRow.UnplacedArea;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/rules.md, rule 8: definitions that are not known yet, and areas that form no tree. */
class RecountUnknownReferencesTest {

    private final ReferencesBuilder references = someReferences();

    @Test
    void shouldCountOnlyTheParticipantsOfAnUnknownCampaign() {
        references.area("yen-dung", null, "district").area("lost", "nowhere", "district");
        references.target("drive", "yen-dung", 3).certified("drive", "yen-dung", "2023-05-12", 1);

        Rows rows = recount(
                aStatement().by("p1").build(),
                aStatement().by("p2").in("nowhere").build(),
                aStatement().by("p3").withdrawn().build());

        assertThat(rows.days()).isEmpty();
        assertThat(rows.areas()).isEmpty();
        assertThat(rows.segments()).isEmpty();
        assertThat(rows.campaigns().values())
                .containsExactly(new CampaignRow(
                        campaignId("drive"),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        new DataQuality(
                                false,
                                new DataQuality.Unplaced(2, 0, 0),
                                0,
                                new DataQuality.Definitions(1, 0, 0),
                                0,
                                List.of(
                                        new UnplacedArea(areaId("nowhere"), 1, false),
                                        new UnplacedArea(areaId("yen-dung"), 1, true)),
                                List.of(),
                                List.of())));
    }

    @Test
    void shouldReportNoProgressWhenTheRootIsUnknown() {
        references
                .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang", 500L)
                .area("yen-dung", "bac-giang", "district");

        Rows rows = recount(aStatement().on("2023-06-01").build());

        assertThat(rows.areas()).isEmpty();
        CampaignRow row = rows.campaign("drive");
        assertThat(row.root()).isNull();
        assertThat(row.stock()).isNull();
        assertThat(row.asOfDay()).isEqualTo("2023-06-01");
        assertThat(row.quality())
                .isEqualTo(new DataQuality(
                        true,
                        new DataQuality.Unplaced(1, 1, 0),
                        0,
                        new DataQuality.Definitions(1, 0, 0),
                        0,
                        List.of(new UnplacedArea(areaId("yen-dung"), 1, false)),
                        List.of(),
                        List.of()));
    }

    @Test
    void shouldDistinguishUnknownAreasFromAreasOutsideTheTree() {
        references
                .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
                .area("bac-giang", "vietnam", "province")
                .area("yen-dung", "bac-giang", "district")
                .area("hanoi", null, "province")
                .area("ba-dinh", "hanoi", "district")
                .area("lost", "nowhere", "district")
                .area("a", "b", "district")
                .area("b", "a", "district")
                .area("below-cycle", "a", "district")
                .area("self", "self", "district");

        Rows rows = recount(
                aStatement().by("p1").in("yen-dung").build(),
                aStatement().by("p2").in("nowhere").build(),
                aStatement().by("p3").in("lost").build(),
                aStatement().by("p4").in("lost").withdrawn().build(),
                aStatement().by("p5").in("ba-dinh").build(),
                aStatement().by("p6").in("hanoi").on("2022-01-01").build(),
                aStatement().by("p7").in("below-cycle").build(),
                aStatement().by("p8").in("self").build(),
                aStatement().by("p9").in("below-cycle").build());

        assertThat(rows.areas().keySet()).containsExactly("drive|bac-giang", "drive|yen-dung");
        AreaRow root = rows.area("drive", "bac-giang");
        assertThat(root.enrolled()).isEqualTo(1);
        assertThat(root.parentId()).as("what is above the root does not matter").isNull();
        CampaignRow row = rows.campaign("drive");
        assertThat(row.root()).isEqualTo(root);
        assertThat(row.quality())
                .isEqualTo(new DataQuality(
                        true,
                        new DataQuality.Unplaced(7, 2, 5),
                        0,
                        new DataQuality.Definitions(3, 4, 0),
                        0,
                        List.of(
                                new UnplacedArea(areaId("below-cycle"), 2, true),
                                new UnplacedArea(areaId("ba-dinh"), 1, true),
                                new UnplacedArea(areaId("hanoi"), 1, true),
                                new UnplacedArea(areaId("lost"), 1, false),
                                new UnplacedArea(areaId("nowhere"), 1, false),
                                new UnplacedArea(areaId("self"), 1, true)),
                        List.of(),
                        List.of()));
    }

    @Test
    void shouldNotTreatTheRootAsAChildWhenItsParentIsBelowIt() {
        references
                .campaign("drive", "2023-05-01", "2023-05-31", "top")
                .area("top", "below", "province")
                .area("below", "top", "district")
                .target("drive", "top", 5)
                .target("drive", "below", 5);

        Rows rows = recount(aStatement().in("below").build());

        assertThat(rows.area("drive", "top").childrenTarget()).isEqualTo(5);
        assertThat(rows.area("drive", "below").childrenTarget()).isNull();
        assertThat(rows.area("drive", "top").enrolled()).isEqualTo(1);
        assertThat(rows.campaign("drive").quality())
                .isEqualTo(new DataQuality(
                        true,
                        new DataQuality.Unplaced(0, 0, 0),
                        0,
                        new DataQuality.Definitions(0, 2, 0),
                        0,
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Test
    void shouldCountInTheTreeOfEachCampaign() {
        references
                .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
                .campaign("local", "2023-05-01", "2023-05-31", "yen-dung")
                .area("bac-giang", null, "province")
                .area("yen-dung", "bac-giang", "district");

        Rows rows = recount(aStatement().forCampaign("local").in("bac-giang").build());

        assertThat(rows.areas().keySet()).containsExactly("drive|bac-giang", "drive|yen-dung", "local|yen-dung");
        assertThat(rows.campaign("local").quality().outsideTree()).isEqualTo(1);
        assertThat(rows.campaign("drive").quality().outsideTree()).isZero();
    }

    @Test
    void shouldReturnNoRowsForEmptyInput() {
        assertThat(Recount.of(List.of(), References.NONE, AsOf.RECORDED)).isEqualTo(Rows.of(List.of()));
    }

    private Rows recount(Statement... statements) {
        return Recount.of(List.of(statements), references.build(), AsOf.RECORDED);
    }
}
