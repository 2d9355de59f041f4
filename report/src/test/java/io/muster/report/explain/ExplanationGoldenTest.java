package io.muster.report.explain;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.report.fixture.Corrected.ahead;
import static io.muster.report.fixture.Corrected.in;
import static io.muster.report.fixture.Corrected.out;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.board.BoardWithHistory;
import io.muster.board.Publication;
import io.muster.domain.ledger.Correction;
import io.muster.domain.ledger.Correction.Placement;
import io.muster.domain.ledger.LostStatement;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.CampaignRow.SourceCount;
import io.muster.report.fixture.BacGiang2023;
import io.muster.report.fixture.Corrected;
import io.muster.report.fixture.GoldenFile;
import io.muster.report.wording.Language;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationGoldenTest {

    private static final DataQuality ODD = new DataQuality(
            true,
            new DataQuality.Unplaced(5, 3, 2),
            2,
            new DataQuality.Definitions(0, 0, 0),
            0,
            List.of(),
            List.of(new SourceCount("post-office.commune-1", 1)),
            List.of(new SourceCount("office.son-dong", 2), new SourceCount("office.hiep-hoa", 1)));

    @ParameterizedTest
    @EnumSource
    void shouldExplainEveryFallByItsStatements(Language language) throws IOException {
        GoldenFile.assertSame("explanation." + language.tag() + ".txt", text(explanation(null), language));
    }

    @ParameterizedTest
    @EnumSource
    void shouldExplainOneDay(Language language) throws IOException {
        Explanation explanation = explanation(LocalDate.parse("2023-05-02"));

        GoldenFile.assertSame("explanation-of-a-day." + language.tag() + ".txt", text(explanation, language));
    }

    @Test
    void shouldWriteTheSameAsJson() throws IOException {
        GoldenFile.assertSame("explanation.json", ExplanationJson.text(explanation(null), Language.VI) + "\n");
    }

    @Test
    void shouldTellDaysAheadFromStatementsRecordedAhead() {
        Publication published = BacGiang2023.published(ODD);
        count(published, "yen-dung", "2023-05-25", 4, null);
        BoardWithHistory history = new BoardWithHistory(published.board(), List.of(), List.of());
        Explanation explanation = Explanations.of(history, BacGiang2023.ID, areaId("yen-dung"), null)
                .orElseThrow();

        assertThat(text(explanation, Language.EN)).contains("Dated ahead, to be counted when their day comes: ");
    }

    private static String text(Explanation explanation, Language language) {
        return String.join("\n", ExplanationText.lines(explanation, language)) + "\n";
    }

    private static Explanation explanation(@Nullable LocalDate day) {
        Publication published = BacGiang2023.published(ODD);
        count(published, "yen-dung", "2023-04-29", 2, null);
        count(published, "yen-dung", "2023-05-01", 13, 12L);
        count(published, "yen-dung", "2023-05-02", 13, 15L);
        count(published, "commune-1", "2023-05-01", 7, 7L);
        count(published, "commune-2", "2023-05-02", 12, 13L);
        List<Correction> corrections = List.of(
                correction(4, in("commune-2", "2023-05-02"), in("hiep-hoa", "2023-05-02")),
                correction(2, in("commune-1", "2023-05-02"), in("commune-1", "2023-05-01")),
                correction(1, in("commune-1", "2023-05-01"), in("closed-commune", "2023-05-01")),
                correction(5, in("commune-1", "2023-05-02"), in("commune-2", "2023-05-02")),
                correction(3, in("commune-2", "2023-05-03"), out("commune-2", "2023-05-04")),
                correction(6, in("son-dong", "2023-05-05"), in("yen-dung", "2023-05-06")),
                correction(7, ahead(in("son-dong", "2023-05-07"), 35), out("commune-1", "2023-05-07")),
                correction(8, in("yen-dung", "2023-05-08"), ahead(out("son-dong", "2023-05-08"), 65)));
        List<LostStatement> lost = List.of(
                lost(9, out("commune-1", "2023-05-02"), ahead(in("commune-1", "2023-05-02"), 480)),
                lost(8, in("hiep-hoa", "2023-05-06"), in("commune-2", "2023-05-06")),
                lost(7, in("hiep-hoa", "2023-05-06"), in("son-dong", "2023-05-06")),
                // a duplicate: the correction at 06:00 shows that this statement once won
                lost(6, in("son-dong", "2023-05-05"), in("yen-dung", "2023-05-06")));
        return Explanations.of(
                        new BoardWithHistory(published.board(), corrections, lost),
                        BacGiang2023.ID,
                        areaId("yen-dung"),
                        day)
                .orElseThrow();
    }

    private static void count(
            Publication published, String areaId, String day, long enrolled, @Nullable Long certified) {
        BacGiang2023.put(published, areaId, LocalDate.parse(day), enrolled, certified);
    }

    private static LostStatement lost(int hour, Placement lost, Placement standing) {
        return new LostStatement(BacGiang2023.ID, Instant.parse("2023-05-16T0" + hour + ":00:00Z"), lost, standing);
    }

    private static Correction correction(int hour, Placement from, Placement to) {
        return Corrected.at("2023-05-16T0" + hour + ":00:00Z", from, to);
    }
}
