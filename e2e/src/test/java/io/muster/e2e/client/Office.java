package io.muster.e2e.client;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.MusterProcess;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An office that runs {@link OfficeProgram} repeatedly on one spool, and the statements reported durable. */
final class Office {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Pattern RECORDED = Pattern.compile("^recorded (\\d+) (\\S+)$", Pattern.MULTILINE);

    private final Launcher launcher;
    private final Path spool;
    private final Map<UUID, Integer> recorded = new LinkedHashMap<>();

    Office(Launcher launcher, Path folder) {
        this.launcher = launcher;
        this.spool = folder.resolve("registrations.spool");
    }

    /** @param connection null for no network */
    MusterProcess start(@Nullable Connection connection, String... arguments) throws IOException {
        return launcher.startProgram(classes(), OfficeProgram.class.getName(), with(connection, arguments));
    }

    /** Starts it without a network and with a limit on the size of files. */
    MusterProcess startLimited(int fileKib, String... arguments) throws IOException {
        return launcher.startLimited(fileKib, classes(), OfficeProgram.class.getName(), with(null, arguments));
    }

    private String[] with(@Nullable Connection connection, String... arguments) {
        Stream<String> network = connection == null
                ? Stream.of()
                : Stream.of("bootstrap=" + connection.bootstrapServers(), "registry=" + connection.registryUrl());
        return Stream.of(Stream.of("spool=" + spool), network, Stream.of(arguments))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    /** Waits until the program has reported the given number of statements durable. */
    static void awaitRecorded(MusterProcess program, int count) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .failFast(() -> !program.isAlive())
                .until(() -> said(program).size() >= count);
    }

    /** Collects the output of the ended program. */
    void note(MusterProcess program) {
        recorded.putAll(said(program));
    }

    /** The numbers of all statements reported durable, by event id. */
    Map<UUID, Integer> recorded() {
        return Map.copyOf(recorded);
    }

    /** The number after the last recorded one. */
    int next() {
        return recorded.values().stream().mapToInt(number -> number + 1).max().orElse(0);
    }

    private static Map<UUID, Integer> said(MusterProcess program) {
        return RECORDED.matcher(program.out())
                .results()
                .collect(toMap(line -> UUID.fromString(line.group(2)), line -> Integer.parseInt(line.group(1))));
    }

    private static Path classes() {
        try {
            return Path.of(OfficeProgram.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
