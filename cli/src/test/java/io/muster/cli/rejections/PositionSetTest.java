package io.muster.cli.rejections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PositionSetTest {

    @Test
    void shouldAddEachPositionOnce() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        PositionSet seen = new PositionSet();
        Set<RecordPosition> plain = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            long near = random.nextBoolean() ? 0 : 5_000_000_000_000L;
            RecordPosition position =
                    new RecordPosition("t" + random.nextInt(2), random.nextInt(3), near + random.nextInt(9_000));

            assertThat(seen.add(position)).as("-Dseed=" + seed + " " + position).isEqualTo(plain.add(position));
        }
    }
}
