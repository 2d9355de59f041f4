package io.muster.streams.simulator;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Runs random schedules of faults for some time. It starts no broker, but takes longer than a unit test may. */
class RandomSimulationIT {

    private static final Duration BUDGET = Duration.ofSeconds(100);

    @Test
    void shouldKeepEveryGuarantee() {
        long end = System.nanoTime() + BUDGET.toNanos();
        new SeedHunt().fromRandomSeed(ran -> System.nanoTime() < end);
    }
}
