package io.muster.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.reference.AreaTree.End;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AreaTreeTest {

    private final Map<String, Area> areas = Map.of(
            "province", area("province", null),
            "district", area("district", "province"),
            "commune", area("commune", "district"),
            "orphan", area("orphan", "undefined"),
            "left", area("left", "right"),
            "right", area("right", "left"));

    private final AreaTree tree = AreaTree.of(areas);

    @Test
    void shouldFollowParentsUpToTheRoot() {
        AreaTree.Path path = tree.path("commune");

        assertThat(path.areaIds()).containsExactly("commune", "district", "province");
        assertThat(path.end()).isEqualTo(End.TOP);
    }

    @Test
    void shouldStopAtTheRequestedArea() {
        assertThat(tree.path("commune", Set.of("district")).areaIds()).containsExactly("commune", "district");
        assertThat(tree.isWithin("commune", "district")).isTrue();
        assertThat(tree.isWithin("district", "commune")).isFalse();
    }

    @Test
    void shouldEndAtAnUndefinedParent() {
        AreaTree.Path path = tree.path("orphan");

        assertThat(path.areaIds()).containsExactly("orphan", "undefined");
        assertThat(path.end()).isEqualTo(End.UNDEFINED);
    }

    @Test
    void shouldEndWhereParentsFormACycle() {
        AreaTree.Path path = tree.path("left");

        assertThat(path.areaIds()).containsExactly("left", "right");
        assertThat(path.end()).isEqualTo(End.CYCLE);
        assertThat(path.cycleFrom()).isEqualTo("left");
    }

    @Test
    void shouldCollectASubtreeOnceEvenInACycle() {
        Map<String, List<Area>> children = AreaTree.children(areas.values());

        assertThat(AreaTree.subtree("province", children)).containsExactly("province", "district", "commune");
        assertThat(AreaTree.subtree("left", children)).containsExactlyInAnyOrder("left", "right");
    }

    private static Area area(String areaId, @Nullable String parentId) {
        return new Area(areaId, parentId, "any", "any", Map.of(), null, null);
    }
}
