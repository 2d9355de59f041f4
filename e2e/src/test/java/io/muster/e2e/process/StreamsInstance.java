package io.muster.e2e.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code muster streams}, judging progress by the latest statement, with its health and metrics. */
public final class StreamsInstance implements AutoCloseable {

    private final MusterProcess process;
    private final ServiceProbe probe;

    private StreamsInstance(MusterProcess process) {
        this.process = process;
        this.probe = ServiceProbe.of(process);
    }

    /** Returns as soon as it says that it runs; it may still have to restore. */
    public static StreamsInstance start(Launcher launcher, Path stateDir, String... options) throws IOException {
        return start(launcher, "recorded", stateDir, options);
    }

    /** The same, judging progress by the clock on the wall. */
    public static StreamsInstance startLive(Launcher launcher, Path stateDir, String... options) throws IOException {
        return start(launcher, "wall", stateDir, options);
    }

    private static StreamsInstance start(Launcher launcher, String asOf, Path stateDir, String... options)
            throws IOException {
        return new StreamsInstance(launcher.start(
                Stream.concat(Stream.of("streams", "--as-of=" + asOf, "--state-dir=" + stateDir), Stream.of(options))
                        .toArray(String[]::new)));
    }

    /** Waits until it says that it counts. */
    public void awaitReady() {
        probe.awaitReady();
    }

    /** Whether it says that it counts. */
    public boolean isReady() {
        return probe.isReady();
    }

    /** Whether it says that it runs. */
    public boolean isLive() {
        return probe.isLive();
    }

    /** What it says of whether it counts. */
    public String health() {
        return probe.health();
    }

    /** The sum of the samples of a metric. */
    public double metric(String name) {
        return probe.metric(name);
    }

    public MusterProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
