package io.muster.streams.simulator.schedule;

import java.util.List;

/**
 * What happens, in order.
 *
 * @param seed that it was made from
 */
public record Schedule(long seed, Setup setup, List<Step> steps) {

    public Schedule {
        steps = List.copyOf(steps);
    }

    Schedule with(List<Step> other) {
        return new Schedule(seed, setup, other);
    }

    /** What it is about, in a line. */
    public String title() {
        return "seed %d: ledger in %s, %d partitions%s"
                .formatted(seed, setup.store(), setup.partitions(), setup.isCalm() ? ", nobody moves" : "");
    }
}
