package io.muster.cli.demo;

import io.muster.cli.failure.CommandFailedException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the sample drives: in {@code samples/} of the distribution, or of the repository that the classes were built in. */
final class Samples {

    private static final int LEVELS = 4;

    private Samples() {}

    static Path folder() {
        Path own;
        try {
            own = Path.of(Samples.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has an entry that is no address of a file", e);
        }
        return Stream.iterate(own.toAbsolutePath().getParent(), Objects::nonNull, Path::getParent)
                .limit(LEVELS)
                .map(path -> path.resolve("samples"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new CommandFailedException("this installation brings no samples along"));
    }
}
