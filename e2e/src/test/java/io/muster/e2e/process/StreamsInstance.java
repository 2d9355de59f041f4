package io.muster.e2e.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code muster streams}, judging progress by the latest statement, with its health and metrics. */
public final class StreamsInstance extends ServiceInstance {

    private StreamsInstance(MusterProcess process) {
        super(process);
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
}
