package io.muster.report.bulletin;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.board.Board;
import io.muster.board.Publication;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.domain.reference.References;
import io.muster.report.counted.ReportException;
import io.muster.report.fixture.BacGiang2023;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests without a bulletin, and their error messages. */
class NoBulletinTest {

    private static final LocalDate MAY_9 = LocalDate.parse("2023-05-09");

    @Test
    void shouldListTheDefinedCampaignsIfTheCampaignIsUnknown() {
        assertThatThrownBy(() -> Bulletins.latest(BacGiang2023.board(), campaignId("bac-giang-2032"), null))
                .isInstanceOf(ReportException.class)
                .hasMessage("there is no campaign bac-giang-2032; defined campaigns: bac-giang-2023");
        assertThatThrownBy(() -> Bulletins.latest(Board.EMPTY, campaignId("drive"), null))
                .hasMessage("there is no campaign drive; no campaign is defined");
    }

    @Test
    void shouldListTheLevelsIfTheLevelIsUnknown() {
        assertThatThrownBy(() -> Bulletins.latest(BacGiang2023.board(), BacGiang2023.ID, "ward"))
                .isInstanceOf(ReportException.class)
                .hasMessage("there is no level ward; the levels are province, district, commune");
    }

    @Test
    void shouldRejectDaysBeforeTheStartOrAfterTheAsOfDay() {
        assertThatThrownBy(() -> BulletinsTest.bulletinOf("2023-04-30"))
                .hasMessage("bac-giang-2023 starts on 2023-05-01, after 2023-04-30");
        assertThatThrownBy(() -> BulletinsTest.bulletinOf("2023-05-19"))
                .hasMessage("bac-giang-2023 is counted up to 2023-05-18, not yet to 2023-05-19");
    }

    @Test
    void shouldBeEmptyBeforeTheFirstCounts() {
        Board board = new Publication().of(drive("bac-giang")).board();

        assertThat(Bulletins.latest(board, campaignId("drive"), null)).isEmpty();
        assertThat(Bulletins.of(board, null, campaignId("drive"), BulletinRequest.asOf(MAY_9)))
                .isEmpty();
    }

    @Test
    void shouldNameTheMissingDefinition() {
        References references = drive("nowhere");
        Rows rows = Recount.of(List.of(), references, AsOf.on(MAY_9));
        Board withoutRoot = new Publication().of(references).of(rows).board();
        Board withoutCampaign = new Publication().of(rows).board();

        assertThatThrownBy(() -> Bulletins.latest(withoutRoot, campaignId("drive"), null))
                .hasMessageContaining("area nowhere");
        assertThatThrownBy(() -> Bulletins.latest(withoutCampaign, campaignId("drive"), null))
                .hasMessageContaining("campaign drive");
    }

    private static References drive(String rootAreaId) {
        return someReferences()
                .campaign("drive", "2023-05-01", "2023-05-31", rootAreaId)
                .area("bac-giang", null, "province")
                .build();
    }
}
