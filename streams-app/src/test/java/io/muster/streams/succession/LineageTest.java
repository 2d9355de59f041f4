package io.muster.streams.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineageTest {

    private final Map<String, SuccessionMark> marks = new HashMap<>();
    private final Lineage lineage = new Lineage(id -> Optional.ofNullable(marks.get(id)));

    @Test
    void shouldEndWithTheApplicationItselfWhereNobodySucceededIt() throws Exception {
        assertThat(lineage.last("one")).isEqualTo("one");
    }

    @Test
    void shouldFollowTheLineToItsEnd() throws Exception {
        succeed("one", "two", 1);
        succeed("two", "three", 2);

        assertThat(lineage.last("one")).isEqualTo("three");
        assertThat(lineage.last("two")).isEqualTo("three");
        assertThat(lineage.last("three")).isEqualTo("three");
    }

    @Test
    void shouldKnowThatAnApplicationCameBack() throws Exception {
        succeed("one", "two", 1);
        succeed("two", "one", 2);

        assertThat(lineage.last("one")).isEqualTo("one");
        assertThat(lineage.last("two")).isEqualTo("one");
    }

    @Test
    void shouldKnowThatItWentAgain() throws Exception {
        succeed("two", "one", 2);
        succeed("one", "two", 3);

        assertThat(lineage.last("one")).isEqualTo("two");
        assertThat(lineage.last("two")).isEqualTo("two");
    }

    @Test
    void shouldKnowWhoCameBackByADetour() throws Exception {
        succeed("one", "two", 1);
        succeed("two", "three", 2);
        succeed("three", "one", 3);

        assertThat(lineage.last("one")).isEqualTo("one");
        assertThat(lineage.last("three")).isEqualTo("one");
    }

    private void succeed(String predecessor, String successor, int second) {
        marks.put(predecessor, new SuccessionMark(successor, Instant.ofEpochSecond(second)));
    }
}
