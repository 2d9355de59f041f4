package io.muster.http.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step done again and again in a thread of its own until it is stopped. A step that throws an exception is done again after a pause, and
 * the loop is failing until one succeeds. An {@link Error} ends the loop, and is told.
 */
public final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** What is done again and again. It returns every now and then. */
    @FunctionalInterface
    public interface Step {

        /** @param loop of which it is a step; it may wait and end there */
        void run(Loop loop) throws InterruptedException;
    }

    /** Is told how a loop ended. */
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

    /** What the last step failed of; empty once one has succeeded. */
    Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    /** Ends it after the step that is under way, which is not interrupted. */
    public void stop() {
        stopped.countDown();
    }

    /** Ends it, and interrupts the step that is under way. */
    public void interrupt() {
        stop();
        thread.interrupt();
    }

    public boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Waits that long, or until it is stopped. For its step. */
    public void pause(Duration time) throws InterruptedException {
        stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits until it has ended, at most that long. */
    public void join(Duration atMost) throws InterruptedException {
        thread.join(Math.max(1, atMost.toMillis()));
    }

    /** Waits until it has ended, also where the thread that waits is interrupted meanwhile. */
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
                LOG.info("The thread {} goes on", name);
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
            LOG.error("The thread {} failed, and tries again", name, e);
        }
        if (Thread.interrupted()) {
            LOG.debug("The thread {} was interrupted, but not stopped", name);
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
