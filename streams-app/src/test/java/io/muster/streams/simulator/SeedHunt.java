package io.muster.streams.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.streams.simulator.Simulation.Verdict;
import io.muster.streams.simulator.schedule.Schedule;
import io.muster.streams.simulator.schedule.Schedules;
import io.muster.streams.simulator.schedule.Shrinker;
import io.muster.streams.simulator.schedule.Step.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongPredicate;

/** Runs the schedules of consecutive seeds. The first one that breaks a guarantee is shrunk and fails the test. */
final class SeedHunt {

    private final Map<Kind, Integer> done = new EnumMap<>(Kind.class);

    /** How often each kind of step was done. */
    Map<Kind, Integer> done() {
        return done;
    }

    /** @param continues is given the number of schedules run so far */
    void fromRandomSeed(LongPredicate continues) {
        from(System.currentTimeMillis() * 1_000_000, continues);
    }

    /** @param continues is given the number of schedules run so far */
    void from(long firstSeed, LongPredicate continues) {
        long began = System.nanoTime();
        long ran = 0;
        while (continues.test(ran)) {
            run(firstSeed + ran++);
        }
        System.out.printf(
                "simulator: %d schedules from seed %d on, %.1f a second; steps: %s%n",
                ran, firstSeed, ran * 1e9 / (System.nanoTime() - began), done);
    }

    void run(long seed) {
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
