package io.muster.report.print;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.report.fixture.BacGiang2023.NOTHING_ODD;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.muster.board.Publication;
import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.reference.Area;
import io.muster.report.bulletin.Bulletins;
import io.muster.report.fixture.BacGiang2023;
import io.muster.report.wording.Language;
import io.muster.schema.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BulletinCsvTest {

    private final Publication published = BacGiang2023.published(NOTHING_ODD);

    @Test
    void shouldStartWithAByteOrderMarkAndEndLinesWithCrLf() {
        assertThat(csv())
                .startsWith("\uFEFFcampaignId,asOfDay,")
                .endsWith("\r\n")
                .hasLineCount(11);
        assertThat(csv().replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void shouldQuoteNames() {
        rename("Yên \"Dũng\", cũ");

        assertThat(rows().get(0).getField("name")).isEqualTo("Yên \"Dũng\", cũ");
    }

    @Test
    void shouldEscapeFormulas() {
        rename("=HYPERLINK(\"http://x\")");

        assertThat(rows().get(0).getField("name")).isEqualTo("'=HYPERLINK(\"http://x\")");
    }

    private void rename(String name) {
        published.put(
                Topics.AREAS,
                "yen-dung",
                ReferenceMapping.toAvro(new Area(
                        areaId("yen-dung"),
                        areaId("bac-giang"),
                        "district",
                        "district",
                        Map.of("vi", name),
                        null,
                        null)));
    }

    @Test
    void shouldWriteUnformattedNumbers() {
        published.put(Topics.TARGETS, RecordKeys.target(BacGiang2023.ID, areaId("yen-dung")), new Target(31_000_000L));

        NamedCsvRecord yenDung = rows().get(0);

        assertThat(yenDung.getField("expected")).isEqualTo("17000000");
        assertThat(yenDung.getField("attainmentPercent")).isEqualTo("0.0");
        assertThat(yenDung.getField("behindBy")).isEqualTo("16999682");
    }

    @Test
    void shouldLeaveUnknownFiguresEmpty() {
        published.put(Topics.TARGETS, RecordKeys.target(BacGiang2023.ID, areaId("yen-dung")), null);

        NamedCsvRecord yenDung = rows().get(0);

        assertThat(List.of("target", "attainmentPercent", "rankByAttainment", "expected", "behindBy", "correctionsNet"))
                .allSatisfy(name -> assertThat(yenDung.getField(name)).isEmpty());
    }

    private List<NamedCsvRecord> rows() {
        return CsvReader.builder().ofNamedCsvRecord(csv().substring(1)).stream().toList();
    }

    private String csv() {
        return BulletinFormat.CSV.write(
                Bulletins.latest(published.board(), BacGiang2023.ID, null).orElseThrow(), Language.EN);
    }
}
