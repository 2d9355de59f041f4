package io.muster.cli.service;

import io.muster.cli.terminal.CommandFailedException;
import io.muster.http.loop.Loops;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a service when the process is asked to end (SIGTERM, Ctrl-C, a closed terminal), then exits with code 0:
 * being stopped is not a failure. When closed by the command, it stops the service and leaves the exit code to the
 * command.
 */
public final class GracefulStop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);
    private static final List<String> SIGNALS = List.of("TERM", "INT", "HUP");

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Runnable stop;

    private GracefulStop(Runnable stop) {
        this.stop = stop;
    }

    /** @param stop stops the service; runs at most once */
    public static GracefulStop of(Runnable stop) {
        GracefulStop graceful = new GracefulStop(stop);
        SIGNALS.forEach(signal -> Signals.register(signal, graceful::onSignal));
        return graceful;
    }

    /**
     * Blocks until the process is asked to end or a thread of the service dies.
     *
     * @param stop stops the service; runs at most once
     * @param loops the threads of the service
     * @throws CommandFailedException if a thread died; the message names it
     */
    public static void awaitAsked(Runnable stop, Loops loops) throws InterruptedException {
        try (GracefulStop graceful = of(stop)) {
            Loops.Trouble death = loops.awaitDeath();
            graceful.awaitEndIfStopped();
            throw new CommandFailedException(death.ofDeath(), death.cause());
        }
    }

    /** Whether the service was stopped or is stopping. */
    public boolean isStopped() {
        return stopped.get();
    }

    /**
     * Blocks forever if the process is about to exit, so that failures caused by the shutdown are not reported.
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
