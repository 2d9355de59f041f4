package io.muster.streams.simulator.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Shortens a schedule that shows a fault by removing ever smaller groups of steps. */
public final class Shrinker {

    private Shrinker() {}

    /** @param fails whether a schedule shows the fault */
    public static Schedule shrink(Schedule schedule, Predicate<Schedule> fails) {
        List<Step> steps = schedule.steps();
        for (int size = Math.max(1, steps.size() / 2); size >= 1; size = size == 1 ? 0 : size / 2) {
            boolean found = true;
            while (found) {
                found = false;
                for (int from = 0; from < steps.size(); ) {
                    List<Step> fewer = new ArrayList<>(steps);
                    fewer.subList(from, Math.min(steps.size(), from + size)).clear();
                    if (fails.test(schedule.with(fewer))) {
                        steps = fewer;
                        found = true;
                    } else {
                        from += size;
                    }
                }
            }
        }
        return schedule.with(steps);
    }
}
