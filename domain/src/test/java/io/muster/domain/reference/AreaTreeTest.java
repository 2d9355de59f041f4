package io.muster.domain.reference;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.areaIds;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.AreaId;
import io.muster.domain.reference.AreaTree.End;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AreaTreeTest {

    private final Map<AreaId, Area> areas = Map.of(
            areaId("province"), area("province", null),
            areaId("district"), area("district", "province"),
            areaId("commune"), area("commune", "district"),
            areaId("orphan"), area("orphan", "undefined"),
            areaId("left"), area("left", "right"),
            areaId("right"), area("right", "left"));

    private final AreaTree tree = AreaTree.of(areas);

    @Test
    void shouldFollowParentsUpToTheRoot() {
        AreaTree.Path path = tree.path(areaId("commune"));

        assertThat(path.areaIds()).containsExactly(areaIds("commune", "district", "province"));
        assertThat(path.end()).isEqualTo(End.TOP);
    }

    @Test
    void shouldStopAtTheRequestedArea() {
        assertThat(tree.path(areaId("commune"), Set.of(areaId("district"))).areaIds())
                .containsExactly(areaIds("commune", "district"));
        assertThat(tree.isWithin(areaId("commune"), areaId("district"))).isTrue();
        assertThat(tree.isWithin(areaId("district"), areaId("commune"))).isFalse();
    }

    @Test
    void shouldEndAtAnUndefinedParent() {
        AreaTree.Path path = tree.path(areaId("orphan"));

        assertThat(path.areaIds()).containsExactly(areaIds("orphan", "undefined"));
        assertThat(path.end()).isEqualTo(End.UNDEFINED);
    }

    @Test
    void shouldEndWhereParentsFormACycle() {
        AreaTree.Path path = tree.path(areaId("left"));

        assertThat(path.areaIds()).containsExactly(areaIds("left", "right"));
        assertThat(path.end()).isEqualTo(End.CYCLE);
        assertThat(path.cycleFrom()).hasToString("left");
    }

    @Test
    void shouldCollectASubtreeOnceEvenInACycle() {
        Map<AreaId, List<Area>> children = AreaTree.children(areas.values());

        assertThat(AreaTree.subtree(areaId("province"), children))
                .containsExactly(areaIds("province", "district", "commune"));
        assertThat(AreaTree.subtree(areaId("left"), children)).containsExactlyInAnyOrder(areaIds("left", "right"));
    }

    private static Area area(String id, @Nullable String parentId) {
        return new Area(areaId(id), parentId == null ? null : areaId(parentId), "any", "any", Map.of(), null, null);
    }
}
