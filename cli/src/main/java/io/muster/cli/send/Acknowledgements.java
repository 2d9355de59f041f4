package io.muster.cli.send;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Collects the broker's acknowledgements, which arrive on another thread. */
final class Acknowledgements {

    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile @Nullable Failure first;

    /**
     * A line that was not acknowledged.
     *
     * @param line its number
     * @param cause why
     */
    record Failure(long line, Throwable cause) {}

    /** @param cause why the line was not acknowledged; null if it was */
    void note(long line, @Nullable Throwable cause) {
        if (cause == null) {
            acknowledged.increment();
        } else {
            noteFailure(new Failure(line, cause));
        }
    }

    private synchronized void noteFailure(Failure failure) {
        failed.increment();
        Failure earlier = first;
        if (earlier == null || failure.line() < earlier.line()) {
            first = failure;
        }
    }

    long acknowledged() {
        return acknowledged.sum();
    }

    long failed() {
        return failed.sum();
    }

    /** The first line of the file that was not acknowledged, or null. */
    @Nullable
    Failure first() {
        return first;
    }
}
