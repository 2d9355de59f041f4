package io.muster.cli.progress;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One line on a terminal that says how far a command is, once it takes longer than two seconds. Nothing where there is no terminal. */
public final class Progress {

    /** Set by the launcher, which knows better than Java whether standard error is a terminal. */
    private static final String TERMINAL = "muster.terminal";

    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration PACE = Duration.ofMillis(250);
    private static final String BACK_AND_ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final Supplier<String> line;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Progress::daemon);
    private boolean shown;
    private boolean stopped;

    private Progress(PrintWriter err, Supplier<String> line) {
        this.err = err;
        this.line = line;
    }

    /**
     * Does something and shows meanwhile how far it is.
     *
     * @param err standard error of the command
     * @param line what to show; called by another thread
     * @param work what is done
     */
    public static <T> T showing(PrintWriter err, Supplier<String> line, Supplier<T> work) {
        if (!Boolean.getBoolean(TERMINAL)) {
            return work.get();
        }
        Progress progress = new Progress(err, line);
        try {
            progress.start();
            return work.get();
        } finally {
            progress.stop();
        }
    }

    private void start() {
        var unused = timer.scheduleAtFixedRate(this::draw, SILENCE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void draw() {
        if (!stopped) {
            shown = true;
            err.print(BACK_AND_ERASE + line.get());
            err.flush();
        }
    }

    /** Takes the line away again. */
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
