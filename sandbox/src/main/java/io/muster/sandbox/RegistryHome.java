package io.muster.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the registry's program in {@code registry/} of the distribution. */
final class RegistryHome {

    /** System property that names another directory to look in. */
    static final String PROPERTY = "muster.registry.home";

    private RegistryHome() {}

    /** The jar to run. Its manifest names the jars that it needs. */
    static Path runner() {
        return candidates()
                .filter(Files::isDirectory)
                .map(RegistryHome::runnerIn)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new SandboxException("this installation has no schema registry (looked in "
                        + candidates().toList() + "); start another one and give its address"));
    }

    /** The jar or directory of Muster's classes. */
    static Path ownClasses() {
        try {
            return Path.of(Objects.requireNonNull(
                            RegistryHome.class.getProtectionDomain().getCodeSource())
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has an entry that is not a file URL", e);
        }
    }

    private static Stream<Path> candidates() {
        String given = System.getProperty(PROPERTY);
        if (given != null) {
            return Stream.of(Path.of(given));
        }
        // in the distribution: registry/ next to sandbox/lib/; in a build: next to the jar or the classes
        Path around = ownClasses().toAbsolutePath().getParent();
        return Stream.iterate(around, Objects::nonNull, Path::getParent)
                .limit(3)
                .map(path -> path.resolve("registry"));
    }

    private static Optional<Path> runnerIn(Path home) {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar")).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(home + " cannot be read", e);
        }
    }
}
