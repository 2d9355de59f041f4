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

/** A process of {@code muster} and its output. */
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

    /** Its standard output so far. */
    public String out() {
        return read(out);
    }

    /** Its standard error so far: messages, progress, log. */
    public String err() {
        return read(err);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its running child processes. */
    public List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** Sends SIGTERM, as an init system does. */
    public void terminate() {
        process.destroy();
    }

    /** Sends SIGINT, as Ctrl-C does. */
    public void interrupt() throws IOException, InterruptedException {
        signal("INT");
    }

    /** Sends SIGSTOP, as if the machine were suspended, until {@link #resume}. */
    public void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Sends SIGCONT. */
    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Sends SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * Waits for output that matches.
     *
     * @return the first group of the match
     * @throws AssertionError if it ends without a match
     */
    public String awaitSaid(Pattern words, Duration atMost) {
        return await().alias("\"" + words + "\" from " + this)
                .atMost(atMost)
                .failFast(() -> !isAlive() && !words.matcher(err()).find())
                .until(() -> words.matcher(err()), Matcher::find)
                .group(1);
    }

    /** @throws AssertionError with its output, if it does not end in time */
    public int awaitEnd(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(this + " did not end within " + atMost + ": " + err());
        }
        return process.exitValue();
    }

    /** Its exit code. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Kills it and its child processes, if they still run. */
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
