package io.muster.cli.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A progress line on the terminal, for commands that take longer than two seconds. Silent without a terminal. */
public final class ProgressLine {

    /** Set by the launcher: whether standard error is a terminal. Java cannot tell. */
    private static final String TERMINAL = "muster.terminal";

    private static final Duration INITIAL_DELAY = Duration.ofSeconds(2);
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final String BACK_AND_ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final Supplier<String> line;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(ProgressLine::daemon);
    private boolean shown;
    private boolean stopped;

    private ProgressLine(PrintWriter err, Supplier<String> line) {
        this.err = err;
        this.line = line;
    }

    /**
     * Runs the work and shows its progress meanwhile.
     *
     * @param err the command's standard error
     * @param line renders the progress; called from another thread
     * @param work runs on the calling thread
     */
    public static <T> T showing(PrintWriter err, Supplier<String> line, Supplier<T> work) {
        if (!Boolean.getBoolean(TERMINAL)) {
            return work.get();
        }
        ProgressLine progress = new ProgressLine(err, line);
        try {
            progress.start();
            return work.get();
        } finally {
            progress.stop();
        }
    }

    private void start() {
        var unused = timer.scheduleAtFixedRate(
                this::draw, INITIAL_DELAY.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void draw() {
        if (!stopped) {
            shown = true;
            err.print(BACK_AND_ERASE + line.get());
            err.flush();
        }
    }

    /** Erases the line. */
    private synchronized void stop() {
        stopped = true;
        timer.shutdownNow();
        if (shown) {
            err.print(BACK_AND_ERASE);
            err.flush();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    }
}
