package io.muster.streams.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineageTest {

    private final Map<String, SuccessionMarker> markers = new HashMap<>();
    private final Lineage lineage = new Lineage(id -> Optional.ofNullable(markers.get(id)));

    @Test
    void shouldReturnTheApplicationItselfWithoutASuccessor() throws Exception {
        assertThat(lineage.last("one")).isEqualTo("one");
    }

    @Test
    void shouldFollowTheChainToItsEnd() throws Exception {
        succeed("one", "two", 1);
        succeed("two", "three", 2);

        assertThat(lineage.last("one")).isEqualTo("three");
        assertThat(lineage.last("two")).isEqualTo("three");
        assertThat(lineage.last("three")).isEqualTo("three");
    }

    @Test
    void shouldFollowAReturnToTheFirstApplication() throws Exception {
        succeed("one", "two", 1);
        succeed("two", "one", 2);

        assertThat(lineage.last("one")).isEqualTo("one");
        assertThat(lineage.last("two")).isEqualTo("one");
    }

    @Test
    void shouldFollowASecondSuccession() throws Exception {
        succeed("two", "one", 2);
        succeed("one", "two", 3);

        assertThat(lineage.last("one")).isEqualTo("two");
        assertThat(lineage.last("two")).isEqualTo("two");
    }

    @Test
    void shouldFollowAReturnThroughAThirdApplication() throws Exception {
        succeed("one", "two", 1);
        succeed("two", "three", 2);
        succeed("three", "one", 3);

        assertThat(lineage.last("one")).isEqualTo("one");
        assertThat(lineage.last("three")).isEqualTo("one");
    }

    private void succeed(String predecessor, String successor, int second) {
        markers.put(predecessor, new SuccessionMarker(successor, Instant.ofEpochSecond(second)));
    }
}
