package io.muster.e2e.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** An instance of {@code muster streams} that judges progress at the day of the latest statement. */
public final class StreamsInstance extends ServiceInstance {

    private StreamsInstance(MusterProcess process) {
        super(process);
    }

    /** Starts it. It may still be restoring when this returns. */
    public static StreamsInstance start(Launcher launcher, Path stateDir, String... options) throws IOException {
        return start(launcher, "recorded", stateDir, options);
    }

    /** Starts one that judges progress at today's date. */
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
