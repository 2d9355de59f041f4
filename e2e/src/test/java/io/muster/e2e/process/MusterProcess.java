package io.muster.e2e.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of {@code muster}, and what it has printed. */
public final class MusterProcess implements AutoCloseable {

    private final String command;
    private final Process process;
    private final Path out;
    private final Path err;

    MusterProcess(String command, Process process, Path out, Path err) {
        this.command = command;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** What it has printed so far. */
    public String out() {
        return read(out);
    }

    /** What it has said beside that so far: messages, progress, log. */
    public String err() {
        return read(err);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The processes that it has started and that still run. */
    public List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** Asks it to end, as an init system does. */
    public void terminate() {
        process.destroy();
    }

    /** Asks it to end, as Ctrl-C does. */
    public void interrupt() throws IOException, InterruptedException {
        signal("INT");
    }

    /** Lets it stand still, as on a machine that is suspended, until {@link #resume}. */
    public void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on as if no time had passed. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Ends it at once, wherever it is: kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * Waits until it has said something.
     *
     * @return the first group of what matches
     * @throws AssertionError if it ends without having said so
     */
    public String awaitSaid(Pattern words, Duration atMost) {
        return await().alias("\"" + words + "\" from " + this)
                .atMost(atMost)
                .failFast(() -> !isAlive() && !words.matcher(err()).find())
                .until(() -> words.matcher(err()), Matcher::find)
                .group(1);
    }

    /** @throws AssertionError if it does not end in that time, with what it said */
    public int awaitEnd(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(this + " did not end within " + atMost + ": " + err());
        }
        return process.exitValue();
    }

    /** How it ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Ends it, if it has not ended, and what it has started. */
    @Override
    public void close() {
        List<ProcessHandle> children = children();
        process.destroyForcibly().onExit().join();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public String toString() {
        return "muster " + command;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
