package io.muster.streams.topology.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;

class TaskFlushesTest {

    private final MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
    private final UncommittedCount uncommitted = new UncommittedCount();
    private boolean needed = true;
    private boolean permitted = true;
    private boolean forwards = true;
    private int runs;
    private long now;
    private final TaskFlushes flushes = new TaskFlushes(
            new FlushPolicy(
                    () -> new FlushPacer(20_000_000, 0, () -> now * 1_000_000),
                    Duration.ofMillis(20),
                    Duration.ofMillis(100),
                    uncommitted),
            context,
            new TaskFlushes.Flush() {
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
                    return forwards;
                }
            });

    @Test
    void shouldCountRestoredStateAsUncommittedAtFirst() {
        assertThat(uncommitted.count()).isEqualTo(1);
    }

    @Test
    void shouldCountFlushedRecordsAsUncommittedUntilTheCommit() {
        flushes.processed(now);
        flushes.processed(now);

        check();
        check();
        assertThat(context.committed()).isTrue();
        assertThat(uncommitted.count()).isEqualTo(3);

        check();
        assertThat(uncommitted.count()).isZero();
    }

    @Test
    void shouldCountRecordsThatArriveBetweenAFlushAndItsCommit() {
        check();
        flushes.processed(now);

        check();

        assertThat(uncommitted.count()).isEqualTo(1);
    }

    @Test
    void shouldWaitForTheEndOfABurstButNotForLong() {
        check();
        for (int i = 0; i < 3; i++) {
            flushes.processed(now);
            check();
        }
        assertThat(runs).isEqualTo(1);
        check();
        assertThat(runs).isEqualTo(2);

        for (int i = 0; i < 10; i++) {
            flushes.processed(now);
            check();
        }
        assertThat(runs).isEqualTo(3);
    }

    @Test
    void shouldTreatATaskWithoutRecordsAsIdle() {
        now = 1_683_878_400_000L;

        check();
        check();

        assertThat(runs).isEqualTo(2);
    }

    @Test
    void shouldRequestNoCommitIfNothingWasForwarded() {
        forwards = false;

        check();

        assertThat(runs).isEqualTo(1);
        assertThat(context.committed()).isFalse();
    }

    @Test
    void shouldNotRunAFlushThatIsNotNeeded() {
        needed = false;

        check();
        check();

        assertThat(runs).isZero();
        assertThat(uncommitted.count()).isZero();
    }

    @Test
    void shouldKeepRecordsUncommittedWhileFlushesAreNotPermitted() {
        permitted = false;
        flushes.processed(now);

        check();
        check();
        assertThat(runs).isZero();
        assertThat(uncommitted.count()).isEqualTo(2);

        permitted = true;
        check();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void shouldLeaveNothingUncommittedWhenTheTaskCloses() {
        flushes.processed(now);
        check();
        flushes.processed(now);

        flushes.close();

        assertThat(uncommitted.count()).isZero();
        assertThat(context.scheduledPunctuators()).allMatch(CapturedPunctuator::cancelled);
    }

    /** Calls the punctuators, as the stream thread does. */
    private void check() {
        now += 20;
        context.scheduledPunctuators()
                .forEach(scheduled -> scheduled.getPunctuator().punctuate(now));
    }
}
