package io.muster.streams.simulator.schedule;

import java.util.List;

/**
 * The steps of a simulation.
 *
 * @param seed that the schedule was generated from
 */
public record Schedule(long seed, Setup setup, List<Step> steps) {

    public Schedule {
        steps = List.copyOf(steps);
    }

    Schedule with(List<Step> other) {
        return new Schedule(seed, setup, other);
    }

    /** A summary in one line. */
    public String title() {
        return "seed %d: ledger in %s, %d partitions%s"
                .formatted(seed, setup.store(), setup.partitions(), setup.isMonotonic() ? ", monotonic" : "");
    }
}
