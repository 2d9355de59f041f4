package io.muster.cli.service;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops what runs when the process is asked to end (SIGTERM, Ctrl-C), and then ends it with exit code 0: being stopped is no
 * failure. Closed by hand, it stops what runs and leaves the exit code to the command.
 */
public final class GracefulStop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulStop.class);

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Runnable stop;

    private GracefulStop(Runnable stop) {
        this.stop = stop;
    }

    /** @param stop what to do; it is done once, whoever asks first */
    public static GracefulStop of(Runnable stop) {
        GracefulStop graceful = new GracefulStop(stop);
        Runtime.getRuntime().addShutdownHook(new Thread(graceful::onSignal, "graceful-stop"));
        return graceful;
    }

    /** Whether it was stopped, or is being stopped. */
    public boolean isStopped() {
        return stopped.get();
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
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
