package io.muster.cli.demo;

import io.muster.cli.terminal.CommandFailedException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds {@code samples/} in the distribution, or in the repository that the classes were built in. */
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
            throw new IllegalStateException("the class path has an entry that is not a file URL", e);
        }
        return Stream.iterate(own.toAbsolutePath().getParent(), Objects::nonNull, Path::getParent)
                .limit(LEVELS)
                .map(path -> path.resolve("samples"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new CommandFailedException("this installation has no directory samples; run"
                        + " the demo from the distribution or the repository"));
    }
}
