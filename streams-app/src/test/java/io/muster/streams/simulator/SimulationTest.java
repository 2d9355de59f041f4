package io.muster.streams.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.streams.simulator.schedule.Step.Kind;
import org.junit.jupiter.api.Test;

/**
 * Checks that every guarantee holds under any faults. {@code -Dseed=N} runs the schedule of one seed, {@code
 * -Dschedules=N} that many random ones. See docs/simulator.md.
 */
class SimulationTest {

    private static final int FIXED = 300;

    private final SeedHunt hunt = new SeedHunt();

    @Test
    void shouldKeepEveryGuarantee() {
        Long seed = Long.getLong("seed");
        Integer schedules = Integer.getInteger("schedules");
        if (seed != null) {
            hunt.run(seed);
        } else if (schedules != null) {
            hunt.fromRandomSeed(ran -> ran < schedules);
        } else {
            hunt.from(1, ran -> ran < FIXED);
            assertThat(hunt.done()).as("every kind of step was done").containsOnlyKeys(Kind.values());
        }
    }
}
