package io.muster.domain.reference;

import static io.muster.domain.fixture.TestIds.areaId;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.AreaId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AreaLabelsTest {

    private static final Map<AreaId, Area> PARENTS = Map.of(
            areaId("yen-dung"),
            area("yen-dung", null, "Yên Dũng"),
            areaId("tan-yen"),
            area("tan-yen", null, "Tân Yên"));

    @Test
    void shouldAddTheParentToANameThatRepeats() {
        assertThat(labels(
                        area("y.tan-an", "yen-dung", "Tân An"),
                        area("t.tan-an", "tan-yen", "Tân An"),
                        area("y.noi-hoang", "yen-dung", "Nội Hoàng")))
                .containsExactly("Tân An (Yên Dũng)", "Tân An (Tân Yên)", "Nội Hoàng");
    }

    @Test
    void shouldAddTheIdWhenTheParentIsTheSame() {
        assertThat(labels(area("bo-ha-town", "tan-yen", "Bố Hạ"), area("bo-ha", "tan-yen", "Bố Hạ")))
                .containsExactly("Bố Hạ (Tân Yên, bo-ha-town)", "Bố Hạ (Tân Yên, bo-ha)");
    }

    @Test
    void shouldAddTheIdWhenNoParentIsKnown() {
        assertThat(labels(area("a", null, "Tân An"), area("b", "nowhere", "Tân An"), area("c", "tan-yen", "Tân An")))
                .containsExactly("Tân An (a)", "Tân An (b)", "Tân An (Tân Yên)");
    }

    @Test
    void shouldCompareNamesOnlyOnTheListedLevelsOfTheCampaign() {
        Map<AreaId, Area> areas = Map.of(
                areaId("root"), area("root", null, "province", "Bắc Giang"),
                areaId("luc-nam"), area("luc-nam", "root", "district", "Lục Nam"),
                areaId("town"), area("town", "luc-nam", "commune", "Lục Nam"),
                areaId("elsewhere"), area("elsewhere", "another-root", "district", "Lục Nam"));
        Function<Area, String> nameOf =
                area -> LocalName.in("vi", area.names(), area.areaId().value());

        AreaLabels districts = AreaLabels.below(areaId("root"), areas, Set.of("district"), nameOf);
        AreaLabels all = AreaLabels.below(areaId("root"), areas, Set.of("district", "commune"), nameOf);

        assertThat(districts.of(requireNonNull(areas.get(areaId("luc-nam"))))).isEqualTo("Lục Nam");
        assertThat(all.of(requireNonNull(areas.get(areaId("luc-nam"))))).isEqualTo("Lục Nam (Bắc Giang)");
        assertThat(all.of(requireNonNull(areas.get(areaId("town"))))).isEqualTo("Lục Nam (Lục Nam)");
    }

    private static List<String> labels(Area... areas) {
        AreaLabels labels = new AreaLabels(
                List.of(areas),
                area -> PARENTS.get(Objects.requireNonNullElse(area.parentId(), areaId(""))),
                area -> requireNonNull(area.names().get("vi")));
        return List.of(areas).stream().map(labels::of).toList();
    }

    private static Area area(String id, @Nullable String parentId, String name) {
        return area(id, parentId, "commune", name);
    }

    private static Area area(String id, @Nullable String parentId, String level, String name) {
        return new Area(
                areaId(id), parentId == null ? null : areaId(parentId), level, level, Map.of("vi", name), null, null);
    }
}
