package io.muster.dashboard.report.print;

import io.muster.dashboard.report.bulletin.Bulletin;
import io.muster.dashboard.report.bulletin.Bulletins;
import io.muster.dashboard.report.fixture.BacGiang2023;
import io.muster.dashboard.report.fixture.GoldenFile;
import io.muster.dashboard.report.live.ProgressTable;
import io.muster.dashboard.report.wording.Language;
import io.muster.domain.tally.CampaignRow.DataQuality;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BulletinGoldenTest {

    private static final DataQuality ODD = new DataQuality(true, 1_205, 1_201, 4, 17, 2, 0, 1);

    @ParameterizedTest
    @EnumSource
    void shouldPrintThePublishedFigures(Language language) throws IOException {
        Bulletin bulletin =
                Bulletins.latest(BacGiang2023.board(), BacGiang2023.ID, null).orElseThrow();

        GoldenFile.assertSame("bulletin." + language.tag() + ".txt", text(BulletinText.lines(bulletin, language)));
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayWhatIsNotInTheFigures(Language language) throws IOException {
        Bulletin bulletin = Bulletins.latest(BacGiang2023.board(ODD), BacGiang2023.ID, "province")
                .orElseThrow();

        GoldenFile.assertSame("quality." + language.tag() + ".txt", text(BulletinText.lines(bulletin, language)));
    }

    @Test
    void shouldWriteThePublishedFiguresAsJson() throws IOException {
        Bulletin bulletin =
                Bulletins.latest(BacGiang2023.board(ODD), BacGiang2023.ID, null).orElseThrow();

        GoldenFile.assertSame("bulletin.json", BulletinJson.text(bulletin, Language.VI) + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void shouldDrawTheTable(Language language) throws IOException {
        Bulletin bulletin =
                Bulletins.latest(BacGiang2023.board(), BacGiang2023.ID, null).orElseThrow();
        ProgressTable table = new ProgressTable(language, ProgressTable.Sort.RATE, 100, 24);

        GoldenFile.assertSame("table." + language.tag() + ".txt", text(table.lines(bulletin)));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
