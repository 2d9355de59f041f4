package io.muster.streams.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.streams.simulator.Simulation.Verdict;
import io.muster.streams.simulator.schedule.Schedule;
import io.muster.streams.simulator.schedule.Schedules;
import io.muster.streams.simulator.schedule.Shrinker;
import io.muster.streams.simulator.schedule.Step.Kind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

/**
 * Checks that every guarantee holds under any faults. {@code -Dseed=N} runs the schedule of one seed, {@code
 * -Dschedules=N} that many random ones. See docs/simulator.md.
 */
class SimulationTest {

    private static final int FIXED = 300;
    private static final Duration BUDGET = Duration.ofSeconds(100);

    private final Map<Kind, Integer> done = new EnumMap<>(Kind.class);

    @Test
    void shouldKeepEveryGuaranteeWithFixedSeeds() {
        Long seed = Long.getLong("seed");
        if (seed != null) {
            run(seed);
            return;
        }
        hunt(1, ran -> ran < FIXED);
        assertThat(done).as("every kind of step was done").containsOnlyKeys(Kind.values());
    }

    @Test
    void shouldKeepEveryGuaranteeWithRandomSeeds() {
        if (Long.getLong("seed") == null) {
            int count = Integer.getInteger("schedules", 0);
            long end = System.nanoTime() + BUDGET.toNanos();
            hunt(System.currentTimeMillis() * 1_000_000, ran -> count == 0 ? System.nanoTime() < end : ran < count);
        }
    }

    private void hunt(long firstSeed, LongPredicate continues) {
        long began = System.nanoTime();
        long ran = 0;
        while (continues.test(ran)) {
            run(firstSeed + ran++);
        }
        System.out.printf(
                "simulator: %d schedules from seed %d on, %.1f a second; steps: %s%n",
                ran, firstSeed, ran * 1e9 / (System.nanoTime() - began), done);
    }

    private void run(long seed) {
        Schedule schedule = Schedules.of(seed);
        Verdict verdict = Simulation.run(schedule);
        verdict.done().forEach((kind, times) -> done.merge(kind, times, Integer::sum));
        if (!verdict.isKept()) {
            Schedule shortest = Shrinker.shrink(
                    schedule, shorter -> !Simulation.run(shorter).isKept());
            Verdict shown = Simulation.run(shortest);
            assertThat(shown.broken())
                    .as("%s%n  %s%nagain: -Dseed=%d", shortest.title(), String.join("\n  ", shown.story()), seed)
                    .isEmpty();
        }
    }
}
