package io.muster.cli.service;

import io.muster.cli.failure.CommandFailedException;
import io.muster.http.loop.Loops;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops what runs when the process is asked to end (SIGTERM, Ctrl-C, a terminal that goes away), and then ends it with exit
 * code 0: being stopped is no failure. Closed by hand, it stops what runs and leaves the exit code to the command.
 */
public final class GracefulStop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);
    private static final List<String> SIGNALS = List.of("TERM", "INT", "HUP");

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Runnable stop;

    private GracefulStop(Runnable stop) {
        this.stop = stop;
    }

    /** @param stop what to do; it is done once, whoever asks first */
    public static GracefulStop of(Runnable stop) {
        GracefulStop graceful = new GracefulStop(stop);
        SIGNALS.forEach(signal -> Signals.register(signal, graceful::onSignal));
        return graceful;
    }

    /**
     * Goes on until the process is asked to end, or one of its threads has died.
     *
     * @param stop what to do then
     * @param loops the threads of the service
     * @throws CommandFailedException if a thread has died; it names it
     */
    public static void awaitAsked(Runnable stop, Loops loops) throws InterruptedException {
        try (GracefulStop graceful = of(stop)) {
            Loops.Trouble death = loops.awaitDeath();
            graceful.awaitEndIfStopped();
            throw new CommandFailedException(death.ofDeath(), death.cause());
        }
    }

    /** Whether it was stopped, or is being stopped. */
    public boolean isStopped() {
        return stopped.get();
    }

    /**
     * Does not return where the process is about to end: what fails because everything is being stopped is nothing to report.
     */
    public void awaitEndIfStopped() throws InterruptedException {
        if (isStopped()) {
            Thread.currentThread().join();
        }
    }

    @Override
    public void close() {
        if (stopped.compareAndSet(false, true)) {
            stop.run();
        }
    }

    private void onSignal() {
        if (stopped.compareAndSet(false, true)) {
            int exitCode = 0;
            try {
                stop.run();
            } catch (RuntimeException e) {
                LOG.error("Did not stop cleanly", e);
                exitCode = 1;
            }
            System.exit(exitCode);
        }
    }
}
