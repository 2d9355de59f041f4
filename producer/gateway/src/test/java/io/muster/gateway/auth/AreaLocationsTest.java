package io.muster.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.gateway.auth.AreaLocations.Place;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AreaLocationsTest {

    private final AreaLocations tree = Areas.tree("province", null, "district", "province", "commune", "district");

    @Test
    void shouldPlaceAnAreaAndItsDescendantsWithin() {
        assertThat(tree.place("district", Set.of("district"))).isEqualTo(Place.WITHIN);
        assertThat(tree.place("commune", Set.of("province"))).isEqualTo(Place.WITHIN);
    }

    @Test
    void shouldPlaceAncestorsOutside() {
        assertThat(tree.place("province", Set.of("district"))).isEqualTo(Place.OUTSIDE);
    }

    @Test
    void shouldPlaceAnAreaWithUnknownAncestorsAsUnknown() {
        tree.put("hamlet", "gone");

        assertThat(tree.place("nowhere", Set.of("province"))).isEqualTo(Place.UNKNOWN);
        assertThat(tree.place("hamlet", Set.of("province"))).isEqualTo(Place.UNKNOWN);
    }

    @Test
    void shouldPlaceAnUnpublishedAreaWithinItself() {
        assertThat(tree.place("nowhere", Set.of("nowhere"))).isEqualTo(Place.WITHIN);
    }

    @Test
    void shouldTerminateOnCyclicAreas() {
        tree.put("a", "b");
        tree.put("b", "a");

        assertThat(tree.place("a", Set.of("province"))).isEqualTo(Place.OUTSIDE);
    }

    @Test
    void shouldFollowAnAreaThatMoves() {
        tree.put("commune", "other");
        tree.put("other", null);

        assertThat(tree.place("commune", Set.of("province"))).isEqualTo(Place.OUTSIDE);
    }
}
