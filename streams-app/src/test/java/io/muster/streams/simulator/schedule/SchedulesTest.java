package io.muster.streams.simulator.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.streams.simulator.schedule.Step.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulesTest {

    @Test
    void shouldGenerateTheSameScheduleFromTheSameSeed() {
        assertThat(Schedules.of(7)).isEqualTo(Schedules.of(7));
        assertThat(Schedules.of(7)).isNotEqualTo(Schedules.of(8));
    }

    @Test
    void shouldShrinkToTheStepsThatShowTheFault() {
        Schedule schedule = Schedules.of(7);

        Schedule shortest = Shrinker.shrink(
                schedule,
                shorter -> shorter.steps().stream()
                                        .filter(step -> step.kind() == Kind.PROCESS)
                                        .count()
                                >= 2
                        && kinds(shorter).contains(Kind.START));

        assertThat(kinds(shortest)).containsExactlyInAnyOrder(Kind.START, Kind.PROCESS, Kind.PROCESS);
    }

    private static List<Kind> kinds(Schedule schedule) {
        return schedule.steps().stream().map(Step::kind).toList();
    }
}
