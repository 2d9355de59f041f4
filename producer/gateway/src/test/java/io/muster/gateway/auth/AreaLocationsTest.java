package io.muster.gateway.auth;

import static io.muster.domain.fixture.TestIds.areaId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.gateway.auth.AreaLocations.Place;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AreaLocationsTest {

    private final AreaLocations tree = Areas.tree("province", null, "district", "province", "commune", "district");

    @Test
    void shouldPlaceAnAreaAndItsDescendantsWithin() {
        assertThat(tree.place(areaId("district"), Set.of(areaId("district")))).isEqualTo(Place.WITHIN);
        assertThat(tree.place(areaId("commune"), Set.of(areaId("province")))).isEqualTo(Place.WITHIN);
    }

    @Test
    void shouldPlaceAncestorsOutside() {
        assertThat(tree.place(areaId("province"), Set.of(areaId("district")))).isEqualTo(Place.OUTSIDE);
    }

    @Test
    void shouldPlaceAnAreaWithUnknownAncestorsAsUnknown() {
        tree.put(areaId("hamlet"), areaId("gone"));

        assertThat(tree.place(areaId("nowhere"), Set.of(areaId("province")))).isEqualTo(Place.UNKNOWN);
        assertThat(tree.place(areaId("hamlet"), Set.of(areaId("province")))).isEqualTo(Place.UNKNOWN);
    }

    @Test
    void shouldPlaceAnUnpublishedAreaWithinItself() {
        assertThat(tree.place(areaId("nowhere"), Set.of(areaId("nowhere")))).isEqualTo(Place.WITHIN);
    }

    @Test
    void shouldTerminateOnCyclicAreas() {
        tree.put(areaId("a"), areaId("b"));
        tree.put(areaId("b"), areaId("a"));

        assertThat(tree.place(areaId("a"), Set.of(areaId("province")))).isEqualTo(Place.OUTSIDE);
    }

    @Test
    void shouldFollowAnAreaThatMoves() {
        tree.put(areaId("commune"), areaId("other"));
        tree.put(areaId("other"), null);

        assertThat(tree.place(areaId("commune"), Set.of(areaId("province")))).isEqualTo(Place.OUTSIDE);
    }
}
