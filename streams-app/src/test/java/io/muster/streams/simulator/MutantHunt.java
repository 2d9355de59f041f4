package io.muster.streams.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.streams.simulator.schedule.Schedules;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What runs against each mutant of the product: {@code -Dschedules=N} fixed schedules, up to the first that breaks a promise. */
class MutantHunt {

    @Test
    void shouldKeepEveryPromise() {
        int count = Integer.getInteger("schedules", 100);
        seeds().limit(count)
                .forEach(seed -> assertThat(Simulation.run(Schedules.of(seed)).broken())
                        .as("seed %d", seed)
                        .isEmpty());
    }

    /** Every seed but those before one with the rare kinds of steps, as most mutants die of these. */
    private static LongStream seeds() {
        return LongStream.iterate(1, seed -> seed + 1).filter(seed -> !Schedules.hasRareKinds(seed + 1));
    }
}
