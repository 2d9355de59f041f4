package io.muster.report.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import io.muster.board.Publication;
import io.muster.report.fixture.BacGiang2023;
import io.muster.report.fixture.Reorganised;
import io.muster.report.print.BulletinFormat;
import io.muster.report.wording.Language;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TreeChangeReportTest {

    private static final LocalDate MAY_18 = BacGiang2023.AS_OF;
    private static final String TOLD = "Tân An moved from Yên Dũng to Lục Nam on 18 May 2023: -6 / +6.";

    private final Publication published = Reorganised.drive();

    @Test
    void shouldReportAMovedAreaAndItsCount() {
        assertThat(print(BulletinFormat.TEXT, Language.EN, null, null)).contains(TOLD);
        assertThat(print(BulletinFormat.HTML, Language.EN, null, null)).contains(TOLD);
        assertThat(print(BulletinFormat.TEXT, Language.VI, null, null))
                .contains("Tân An chuyển từ Yên Dũng sang Lục Nam ngày 18/5/2023: -6 / +6 người.");
    }

    @Test
    void shouldReportItInJsonAndCsv() throws IOException {
        JsonNode told = new ObjectMapper()
                .readTree(print(BulletinFormat.JSON, Language.EN, null, null))
                .path("treeChanges");
        Map<String, String> nets = new TreeMap<>();
        CsvReader.builder()
                .ofNamedCsvRecord(
                        print(BulletinFormat.CSV, Language.EN, null, null).substring(1))
                .forEach(row -> nets.put(row.getField("areaId"), row.getField("treeChangesNet")));

        assertThat(told).hasSize(1);
        assertThat(told.at("/0/on").asText()).isEqualTo("2023-05-18");
        assertThat(told.at("/0/from/name").asText()).isEqualTo("Yên Dũng");
        assertThat(told.at("/0/to/areaId").asText()).isEqualTo("luc-nam");
        assertThat(told.at("/0/moved/0/name").asText()).isEqualTo("Tân An");
        assertThat(told.at("/0/people").asLong()).isEqualTo(6);
        assertThat(told.at("/0/later").asBoolean()).isFalse();
        assertThat(nets)
                .containsEntry("yen-dung", "-6")
                .containsEntry("luc-nam", "6")
                .containsEntry("hiep-hoa", "0");
    }

    @Test
    void shouldReportChangesSinceThePreviousBulletin() {
        assertThat(print(BulletinFormat.TEXT, Language.EN, MAY_18.minusDays(1), MAY_18.minusDays(2)))
                .as("made after the requested day, but included in its figures")
                .contains("After 17 May 2023, and in these figures too: " + TOLD);

        Publication longAgo = Reorganised.drive("2023-05-10T03:00:00Z");
        assertThat(print(longAgo, BulletinFormat.TEXT, Language.EN, null, null)).doesNotContain("moved from");
        assertThat(print(longAgo, BulletinFormat.TEXT, Language.EN, null, MAY_18.minusDays(9)))
                .contains("Tân An moved from Yên Dũng to Lục Nam on 10 May 2023: -6 / +6.");
    }

    @Test
    void shouldReportChangesOfAReplayedDriveWithItsLatestFigures() {
        Publication replayed = Reorganised.drive("2026-11-25T03:00:00Z");

        assertThat(print(replayed, BulletinFormat.TEXT, Language.EN, null, null))
                .contains("Tân An moved from Yên Dũng to Lục Nam on 25 November 2026: -6 / +6.");
    }

    @Test
    void shouldReportNothingIfNoLineChanged() {
        Bulletin bulletin = Bulletins.of(
                        published.board(), null, BacGiang2023.ID, new BulletinRequest(null, "province", null))
                .orElseThrow();

        assertThat(bulletin.tree().all()).isEmpty();
    }

    private String print(
            BulletinFormat format, Language language, @Nullable LocalDate asOf, @Nullable LocalDate since) {
        return print(published, format, language, asOf, since);
    }

    private static String print(
            Publication published,
            BulletinFormat format,
            Language language,
            @Nullable LocalDate asOf,
            @Nullable LocalDate since) {
        return format.write(
                Bulletins.of(published.board(), null, BacGiang2023.ID, new BulletinRequest(asOf, null, since))
                        .orElseThrow(),
                language);
    }
}
