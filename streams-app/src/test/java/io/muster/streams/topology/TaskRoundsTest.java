package io.muster.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;

class TaskRoundsTest {

    private final MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
    private final Backlog backlog = new Backlog();
    private boolean needed = true;
    private boolean permitted = true;
    private boolean handsOn = true;
    private int runs;
    private long now;
    private final TaskRounds rounds = new TaskRounds(
            new Rounds(() -> new RoundPacer(20, 0, () -> now), Duration.ofMillis(20), backlog),
            context,
            new TaskRounds.Round() {
                @Override
                public boolean isNeeded() {
                    return needed;
                }

                @Override
                public boolean isPermitted(long at) {
                    return permitted;
                }

                @Override
                public boolean run(long at) {
                    runs++;
                    return handsOn;
                }
            });

    @Test
    void shouldHaveSomethingToHandOnFromTheStartForWhatWasRestored() {
        assertThat(backlog.records()).isEqualTo(1);
    }

    @Test
    void shouldTakeWhatARoundHandedOnForDoneOnlyWhenItIsCommitted() {
        rounds.took(now);
        rounds.took(now);

        check();
        assertThat(context.committed()).isTrue();
        assertThat(backlog.records()).isEqualTo(3);

        check();
        assertThat(backlog.records()).isZero();
    }

    @Test
    void shouldCountWhatComesBetweenARoundAndItsCommit() {
        check();
        rounds.took(now);

        check();

        assertThat(backlog.records()).isEqualTo(1);
    }

    @Test
    void shouldAskForNoCommitWhereNothingWasHandedOn() {
        handsOn = false;

        check();

        assertThat(runs).isEqualTo(1);
        assertThat(context.committed()).isFalse();
    }

    @Test
    void shouldRunNoRoundThatIsNotNeeded() {
        needed = false;

        check();
        check();

        assertThat(runs).isZero();
        assertThat(backlog.records()).isZero();
    }

    @Test
    void shouldKeepInTheBacklogWhatMayNotBeForwardedYet() {
        permitted = false;
        rounds.took(now);

        check();
        check();
        assertThat(runs).isZero();
        assertThat(backlog.records()).isEqualTo(2);

        permitted = true;
        check();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void shouldLeaveNothingInTheBacklogWhenTheTaskGoes() {
        rounds.took(now);
        check();
        rounds.took(now);

        rounds.close();

        assertThat(backlog.records()).isZero();
        assertThat(context.scheduledPunctuators()).allMatch(CapturedPunctuator::cancelled);
    }

    /** The thread looks whether a round is due. */
    private void check() {
        now += 20;
        context.scheduledPunctuators()
                .forEach(scheduled -> scheduled.getPunctuator().punctuate(now));
    }
}
