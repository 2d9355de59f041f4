package io.muster.simulation.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreasOfTheSamplesTest {

    private final List<NamedCsvRecord> areas = new SampleFolder("bac-giang-2023").rows("areas.csv");

    @Test
    void shouldContainTheProvinceItsTenDistrictsAnd209Communes() {
        Map<String, Long> levels =
                areas.stream().collect(Collectors.groupingBy(area -> area.getField("level"), Collectors.counting()));

        assertThat(levels).isEqualTo(Map.of("province", 1L, "district", 10L, "commune", 209L));
    }

    @Test
    void shouldHaveNamesInComposedLetters() {
        assertThat(areas)
                .extracting(area -> area.getField("name_vi"))
                .allMatch(name -> Normalizer.isNormalized(name, Normalizer.Form.NFC))
                .contains("Yên Dũng", "Hiệp Hòa", "Lục Ngạn", "Sơn Động", "Nham Biền", "Đồi Ngô");
    }

    @Test
    void shouldHaveUniqueIdsInPlainLetters() {
        assertThat(areas)
                .extracting(area -> area.getField("areaId"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z-]+(\\.[a-z-]+)?"))
                .contains("bac-giang", "yen-dung", "yen-dung.nham-bien", "luc-nam.doi-ngo");
    }

    @Test
    void shouldHaveBaselinesThatAddUp() {
        assertThat(baselineOfAllAt("district")).isEqualTo(46_960);
        assertThat(baselineOfAllAt("commune")).isEqualTo(46_960);
    }

    @Test
    void shouldGiveEachDistrictItsOwnTile() {
        assertThat(areas)
                .filteredOn(area -> area.getField("level").equals("district"))
                .extracting(area -> area.getField("tileColumn") + "," + area.getField("tileRow"))
                .doesNotHaveDuplicates()
                .allMatch(tile -> tile.matches("\\d,\\d"));
    }

    @ParameterizedTest
    @CsvSource({"bac-giang-2023, 3285, luc-nam, 8", "bac-giang-2024, 5800, yen-the, -5"})
    void shouldHaveTargetsThatAddUpExceptInOneDistrict(String campaign, long plan, String uneven, long difference) {
        Map<String, Long> targets = new SampleFolder(campaign)
                .rows("targets.csv").stream()
                        .collect(Collectors.toMap(
                                row -> row.getField("areaId"), row -> Long.parseLong(row.getField("target"))));

        assertThat(targets.get("bac-giang")).isEqualTo(plan);
        assertThat(sumBelow("bac-giang", targets)).isEqualTo(plan);
        for (NamedCsvRecord area : areas) {
            String id = area.getField("areaId");
            if (area.getField("level").equals("district")) {
                long expected = targets.getOrDefault(id, 0L) + (id.equals(uneven) ? difference : 0);
                assertThat(sumBelow(id, targets)).as(id).isEqualTo(expected);
            }
        }
    }

    private long sumBelow(String parentId, Map<String, Long> targets) {
        return areas.stream()
                .filter(area -> area.getField("parentId").equals(parentId))
                .mapToLong(area -> targets.getOrDefault(area.getField("areaId"), 0L))
                .sum();
    }

    private long baselineOfAllAt(String level) {
        return areas.stream()
                .filter(area -> area.getField("level").equals(level))
                .mapToLong(area -> Long.parseLong(area.getField("baseline")))
                .sum();
    }
}
