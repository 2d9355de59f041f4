package io.muster.e2e.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The distribution assembled by the build. */
public final class Distribution {

    private static final Path BUILT = Path.of("..", "cli", "target");

    private Distribution() {}

    /** The directory with the launcher, {@code lib/} and {@code sandbox/}. */
    public static Path home() throws IOException {
        try (Stream<Path> built = Files.list(BUILT)) {
            return built.filter(path -> path.getFileName().toString().startsWith("muster-"))
                    .filter(path -> Files.isExecutable(path.resolve("muster")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "no distribution in " + BUILT.toAbsolutePath() + ": build it with mvn -pl cli -am package"))
                    .toRealPath();
        }
    }

    /** The class path of its launcher: {@code lib/} and the sandbox's. */
    public static String classPath() throws IOException {
        return home().resolve("lib") + "/*" + File.pathSeparator + home().resolve("sandbox/lib") + "/*";
    }
}
