package io.muster.intake.area;

import static io.muster.domain.fixture.TestIds.areaId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.intake.area.AreaNames.Match;
import io.muster.intake.area.AreaNames.NameAtLevel;
import io.muster.intake.area.AreaNames.NoUniqueMatch;
import io.muster.intake.area.AreaNames.UniqueMatch;
import io.muster.intake.reference.ReferenceReader;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AreaNamesTest {

    private static final List<Area> AREAS = List.of(
            area("bg", null, "province", "province", "Bắc Giang"),
            area("bg-city", "bg", "district", "city", "Thành phố Bắc Giang"),
            area("yd", "bg", "district", "district", "Yên Dũng"),
            area("yt", "bg", "district", "district", "Yên Thế"),
            area("yd.tt", "yd", "commune", "commune", "Tân Tiến"),
            area("city.tt", "bg-city", "commune", "commune", "Tân Tiến"),
            area("yd.nb", "yd", "commune", "town", "Nham Biền"),
            area("yt.bh", "yt", "commune", "town", "Bố Hạ"),
            area("yt.bh-xa", "yt", "commune", "commune", "Bố Hạ"),
            area("yt.tl", "yt", "commune", "commune", "Tân Liễu"),
            area("yt.tl2", "yt", "commune", "commune", "Tân Liêu"),
            area("yt.xp", "yt", "commune", "commune", "Xà Phìn"));

    private final AreaNames names = new AreaNames(AREAS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yên Dũng",
                "yên dũng",
                "YEN DUNG",
                "Huyện Yên Dũng",
                "huyen yen dung",
                "H. Yên Dũng",
                "H.Yên Dũng",
                " Yên   Dũng ",
            })
    void shouldFindAnAreaByAnySpellingOfItsName(String written) {
        assertThat(names.find(List.of(new NameAtLevel("district", written)))).isEqualTo(new UniqueMatch(areaId("yd")));
        assertThat(names.find(List.of(new NameAtLevel("district", Normalizer.normalize(written, Normalizer.Form.NFD)))))
                .isEqualTo(new UniqueMatch(areaId("yd")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bắc Giang", "TP Bắc Giang", "TP.Bắc Giang", "thanh pho bac giang"})
    void shouldFindACityNamedLikeItsProvince(String written) {
        assertThat(names.find(List.of(new NameAtLevel("district", written))))
                .isEqualTo(new UniqueMatch(areaId("bg-city")));
    }

    @Test
    void shouldFindACommuneWithinItsDistrict() {
        assertThat(find("commune", "Tân Tiến", "district", "Yên Dũng")).isEqualTo(new UniqueMatch(areaId("yd.tt")));
        assertThat(find("district", "TP Bắc Giang", "commune", "xã Tân Tiến"))
                .isEqualTo(new UniqueMatch(areaId("city.tt")));
    }

    @Test
    void shouldReportAnAmbiguousName() {
        assertThat(names.find(List.of(new NameAtLevel("commune", "Tân Tiến"))))
                .isEqualTo(new NoUniqueMatch(
                        "commune",
                        "matches 2 areas: Tân Tiến, Yên Dũng (yd.tt); Tân Tiến, Thành phố Bắc Giang (city.tt)",
                        "name the area above it as well, or give the areaId"));
    }

    @Test
    void shouldDistinguishTownAndCommuneByTheirKind() {
        assertThat(find("commune", "Thị trấn Bố Hạ", "district", "Yên Thế"))
                .isEqualTo(new UniqueMatch(areaId("yt.bh")));
        assertThat(find("commune", "Xã Bố Hạ", "district", "Yên Thế")).isEqualTo(new UniqueMatch(areaId("yt.bh-xa")));
        assertThat(find("commune", "Bố Hạ", "district", "Yên Thế")).isInstanceOf(NoUniqueMatch.class);
    }

    @Test
    void shouldDistinguishAreasByDiacritics() {
        assertThat(names.find(List.of(new NameAtLevel("commune", "Tân Liễu"))))
                .isEqualTo(new UniqueMatch(areaId("yt.tl")));
        assertThat(names.find(List.of(new NameAtLevel("commune", "Tân Liêu"))))
                .isEqualTo(new UniqueMatch(areaId("yt.tl2")));
        assertThat(names.find(List.of(new NameAtLevel("commune", "Tan Lieu")))).isInstanceOf(NoUniqueMatch.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Xà Phìn", "Xã Xà Phìn", "xa phin"})
    void shouldNotMistakePartOfANameForAKind(String written) {
        assertThat(names.find(List.of(new NameAtLevel("commune", written))))
                .isEqualTo(new UniqueMatch(areaId("yt.xp")));
    }

    @Test
    void shouldSuggestTheNearestNames() {
        NoUniqueMatch none = (NoUniqueMatch) find("commune", "Nham Bền", "district", "Yên Dũng");

        assertThat(none.level()).isEqualTo("commune");
        assertThat(none.problem()).isEqualTo("is not known in Yên Dũng, Bắc Giang");
        assertThat(none.remedy()).startsWith("did you mean Nham Biền? Correct");
    }

    @Test
    void shouldSuggestAreasOfTheSameNameElsewhere() {
        NoUniqueMatch none = (NoUniqueMatch) find("commune", "Nham Biền", "district", "Yên Thế");

        assertThat(none.remedy()).startsWith("there is Nham Biền, Yên Dũng? Correct");
    }

    @Test
    void shouldReportAnUnknownDistrictInsteadOfTheCommune() {
        assertThat(((NoUniqueMatch) find("commune", "Tân Tiến", "district", "Yên Dương")).level())
                .isEqualTo("district");
    }

    @Test
    void shouldReportAnUnknownLevel() {
        NoUniqueMatch none = (NoUniqueMatch) names.find(List.of(new NameAtLevel("hamlet", "Thôn 1")));

        assertThat(none.problem()).isEqualTo("has a level that no known area has");
        assertThat(none.remedy()).contains("commune, district, province");
    }

    @Test
    void shouldFindEveryAreaOfTheSample() {
        List<Area> sample = ReferenceReader.read(List.of(Path.of("../../samples/bac-giang-2023/areas.csv")))
                .areas();
        AreaNames all = new AreaNames(sample);
        Map<AreaId, Area> byId = new HashMap<>();
        sample.forEach(area -> byId.put(area.areaId(), area));

        for (Area area : sample) {
            List<NameAtLevel> path = new ArrayList<>();
            for (Area at = area; at != null; at = at.parentId() == null ? null : byId.get(at.parentId())) {
                path.add(new NameAtLevel(at.level(), AreaIndex.nameOf(at)));
            }
            assertThat(all.find(path)).as(path.toString()).isEqualTo(new UniqueMatch(area.areaId()));
        }
    }

    private Match find(String level, String name, String otherLevel, String otherName) {
        return names.find(List.of(new NameAtLevel(level, name), new NameAtLevel(otherLevel, otherName)));
    }

    private static Area area(String id, @Nullable String parent, String level, String kind, String name) {
        return new Area(new AreaId(id), AreaId.ofNullable(parent), level, kind, Map.of("vi", name), null, null);
    }
}
