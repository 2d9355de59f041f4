package io.muster.http.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a step in a background thread until stopped. After an exception it backs off and retries, and reports the
 * failure until a step succeeds. An {@link Error} ends the loop and is reported to the watcher.
 */
public final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** One iteration. It must return regularly, so that the loop can stop. */
    @FunctionalInterface
    public interface Step {

        /** @param loop the loop that runs the step, for {@link #pause} and {@link #stop} */
        void run(Loop loop) throws InterruptedException;
    }

    /** Receives the end of a loop. */
    interface Watcher {

        void died(String thread, Throwable cause);

        void ended(Loop loop);
    }

    private final String name;
    private final Step step;
    private final Runnable atEnd;
    private final Watcher watcher;
    private final Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Exception failure;

    Loop(String name, long stackBytes, Step step, Runnable atEnd, Watcher watcher) {
        this.name = name;
        this.step = step;
        this.atEnd = atEnd;
        this.watcher = watcher;
        thread = new Thread(null, this::run, name, stackBytes);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    String name() {
        return name;
    }

    /** The exception of the last step; empty if it succeeded. */
    Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    /** Stops the loop after the current step, without interrupting it. */
    public void stop() {
        stopped.countDown();
    }

    /** Stops the loop and interrupts the current step. */
    public void interrupt() {
        stop();
        thread.interrupt();
    }

    public boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Waits for a time, or until the loop is stopped. Called by the step. */
    public void pause(Duration time) throws InterruptedException {
        stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits at most that long for the thread to end. */
    public void join(Duration atMost) throws InterruptedException {
        thread.join(Math.max(1, atMost.toMillis()));
    }

    /** Waits for the thread to end, even if the caller is interrupted; the interrupt is restored afterwards. */
    public void join() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!isStopped()) {
                attempt();
            }
        } catch (Throwable e) {
            watcher.died(name, e);
        } finally {
            end();
        }
    }

    private void attempt() throws InterruptedException {
        try {
            step.run(this);
            if (failure != null) {
                LOG.info("The thread {} recovered", name);
            }
            failure = null;
            backoff.success();
        } catch (Exception e) {
            if (!isStopped()) {
                fail(e);
            }
        }
    }

    private void fail(Exception e) throws InterruptedException {
        Exception before = failure;
        failure = e;
        if (before == null || !before.toString().equals(e.toString())) {
            LOG.error("The thread {} failed and will retry", name, e);
        }
        if (Thread.interrupted()) {
            LOG.debug("The thread {} was interrupted without being stopped", name);
        }
        pause(backoff.afterFailure());
    }

    private void end() {
        try {
            atEnd.run();
        } catch (RuntimeException e) {
            LOG.warn("The thread {} did not end cleanly", name, e);
        } finally {
            watcher.ended(this);
        }
    }
}
