package io.muster.streams.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.streams.simulator.schedule.Schedules;
import org.junit.jupiter.api.Test;

/** PIT runs this against each mutant: {@code -Dschedules=N} fixed schedules, up to the first broken guarantee. */
class MutantHunt {

    @Test
    void shouldKeepEveryGuarantee() {
        int count = Integer.getInteger("schedules", 100);
        for (long seed = 1; seed <= count; seed++) {
            assertThat(Simulation.run(Schedules.of(seed)).broken())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }
}
