package io.muster.report.print;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.report.fixture.Corrected.at;
import static io.muster.report.fixture.Corrected.in;
import static io.muster.report.fixture.Corrected.out;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.board.BoardWithCorrections;
import io.muster.domain.ledger.Correction;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.CampaignRow.SourceCount;
import io.muster.domain.tally.CampaignRow.UnplacedArea;
import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.BulletinRequest;
import io.muster.report.bulletin.Bulletins;
import io.muster.report.fixture.BacGiang2023;
import io.muster.report.fixture.GoldenFile;
import io.muster.report.fixture.SmallDrive;
import io.muster.report.print.ProgressTable.Sort;
import io.muster.report.wording.Language;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks the bulletin of 18 May 2023 against the published newspaper figures and golden files. */
class BulletinGoldenTest {

    private static final DataQuality ODD = new DataQuality(
            true,
            new DataQuality.Unplaced(1_205, 1_201, 4),
            17,
            new DataQuality.Definitions(2, 0, 1),
            3,
            List.of(
                    new UnplacedArea(areaId("yen-dung.tan-am"), 1_200, false),
                    new UnplacedArea(areaId("hai-duong"), 4, true),
                    new UnplacedArea(areaId("tan-an-2"), 1, false)),
            List.of(new SourceCount("post-office.yen-dung", 1_012), new SourceCount("bưu điện <Sơn Động>", 3)),
            List.of(new SourceCount("social-insurance.son-dong", 7)));

    private static final List<Correction> CORRECTIONS = List.of(
            at("2023-05-18T01:12:00Z", in("hiep-hoa", "2023-05-12"), out("hiep-hoa", "2023-05-18")),
            at("2023-05-18T02:30:00Z", in("hiep-hoa", "2023-05-15"), in("tan-yen", "2023-05-15")),
            at("2023-05-18T02:31:00Z", in("hiep-hoa", "2023-05-16"), in("luc-ngan", "2023-05-16")),
            at("2023-05-18T08:05:00Z", in("yen-the", "2023-05-17"), in("yen-the", "2023-05-16")),
            at("2023-05-19T02:00:00Z", in("luc-nam", "2023-05-18"), out("luc-nam", "2023-05-19")));

    @ParameterizedTest
    @EnumSource
    void shouldPrintThePublishedFiguresInEveryFormat(BulletinFormat format) throws IOException {
        Bulletin bulletin = Bulletins.of(
                        new BoardWithCorrections(BacGiang2023.boardOn(BacGiang2023.AS_OF.plusDays(1)), CORRECTIONS),
                        BacGiang2023.ID,
                        BulletinRequest.asOf(BacGiang2023.AS_OF))
                .orElseThrow();
        String ending = format == BulletinFormat.TEXT ? "txt" : format.name().toLowerCase(Locale.ROOT);

        for (Language language : Language.values()) {
            GoldenFile.assertSame("bulletin." + language.tag() + "." + ending, format.write(bulletin, language));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldPrintADayThatIsNotOver(Language language) throws IOException {
        Bulletin bulletin =
                Bulletins.latest(BacGiang2023.board(), BacGiang2023.ID, null).orElseThrow();

        GoldenFile.assertSame(
                "bulletin-of-today." + language.tag() + ".txt", BulletinFormat.TEXT.write(bulletin, language));
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnnounceADriveThatHasNotBegun(Language language) throws IOException {
        SmallDrive drive = new SmallDrive()
                .target("tinh", 300)
                .target("tay", 120)
                .target("dong", 180)
                .enroll("dong", "2023-05-01", 4);

        assertEveryForm("bulletin-before", drive.bulletin("2023-04-30", null, null), language);
    }

    @ParameterizedTest
    @EnumSource
    void shouldSummarizeADriveThatIsOver(Language language) throws IOException {
        SmallDrive drive = new SmallDrive()
                .target("tinh", 30)
                .target("tay", 12)
                .target("dong", 18)
                .enroll("tay.tan-an", "2023-05-12", 14)
                .enroll("dong.chu", "2023-05-31", 11);

        assertEveryForm("bulletin-after", drive.bulletin("2023-06-05", null, null), language);
    }

    private static void assertEveryForm(String name, Bulletin bulletin, Language language) throws IOException {
        GoldenFile.assertSame(name + "." + language.tag() + ".txt", BulletinFormat.TEXT.write(bulletin, language));
        GoldenFile.assertSame(name + "." + language.tag() + ".html", BulletinFormat.HTML.write(bulletin, language));
        String table = String.join("\n", new ProgressTable(language, Sort.COUNT, 80, 24).lines(bulletin)) + "\n";
        GoldenFile.assertSame(name + ".table." + language.tag() + ".txt", table);
    }

    @ParameterizedTest
    @EnumSource
    void shouldReportDataQuality(Language language) throws IOException {
        Bulletin bulletin = Bulletins.latest(BacGiang2023.board(ODD), BacGiang2023.ID, "province")
                .orElseThrow();

        GoldenFile.assertSame("quality." + language.tag() + ".txt", BulletinFormat.TEXT.write(bulletin, language));
    }

    @Test
    void shouldReportDataQualityAsJson() throws IOException {
        Bulletin bulletin = Bulletins.latest(BacGiang2023.board(ODD), BacGiang2023.ID, "province")
                .orElseThrow();

        JsonNode quality = new ObjectMapper()
                .readTree(BulletinFormat.JSON.write(bulletin, Language.EN))
                .path("dataQuality");

        assertThat(quality.path("unplacedAreas").path(0).toString())
                .isEqualTo("{\"areaId\":\"yen-dung.tan-am\",\"enrolled\":1200,\"known\":false}");
        assertThat(quality.path("unplacedAreas").path(1).toString())
                .isEqualTo("{\"areaId\":\"hai-duong\",\"enrolled\":4,\"known\":true}");
        for (String oddity : List.of("recordedAhead", "changedElsewhere")) {
            assertThat(quality.path(oddity).findValues("participants"))
                    .as(oddity)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldDrawTheTable(Language language) throws IOException {
        Bulletin bulletin =
                Bulletins.latest(BacGiang2023.board(), BacGiang2023.ID, null).orElseThrow();
        ProgressTable table = new ProgressTable(language, ProgressTable.Sort.RATE, 100, 24);

        GoldenFile.assertSame("table." + language.tag() + ".txt", String.join("\n", table.lines(bulletin)) + "\n");
    }
}
