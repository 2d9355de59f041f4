package io.muster.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+84", "-x", "@SUM(A1)", "\tx", "\rx"})
    void shouldEscapeFormulas(String text) {
        NamedCsvRecord area = row(CsvTable.AREAS, Map.of("areaId", text, "names", Map.of("vi", text)));
        NamedCsvRecord segment = row(CsvTable.SEGMENTS, Map.of("value", text));

        assertThat(List.of(area.getField("areaId"), area.getField("name"), segment.getField("value")))
                .containsOnly("'" + text);
    }

    @Test
    void shouldNotEscapeNegativeNumbers() {
        NamedCsvRecord day = row(CsvTable.DAYS, Map.of("date", "2023-05-18", "adjustment", -3, "mean7", -1.5));

        assertThat(day.getField("date")).isEqualTo("2023-05-18");
        assertThat(day.getField("adjustment")).isEqualTo("-3");
        assertThat(day.getField("mean7")).isEqualTo("-1.5");
    }

    private static NamedCsvRecord row(CsvTable table, Map<String, ?> row) {
        return CsvReader.builder().ofNamedCsvRecord(table.text(List.of(row), "vi", ZoneOffset.UTC)).stream()
                .findFirst()
                .orElseThrow();
    }
}
