package io.muster.cli.service;

import io.muster.dashboard.access.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Access control of the dashboard. */
final class AccessOptions {

    private static final Pattern BCRYPT = Pattern.compile("\\$2[abxy]?\\$(0[4-9]|[12][0-9]|3[01])\\$[./A-Za-z0-9]{53}");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--basic-auth",
            paramLabel = "FILE",
            description = "Require a name and password from this file, created with htpasswd -B.")
    private Optional<Path> users = Optional.empty();

    @Option(
            names = "--bearer-tokens",
            paramLabel = "FILE",
            description = "Require a bearer token from this file, which has one token per line.")
    private Optional<Path> tokens = Optional.empty();

    @Option(
            names = "--forwarded-by",
            paramLabel = "ADDRESS",
            description = "Address of a trusted proxy, whose X-Forwarded-For names the client behind a wrong password;"
                    + " may be repeated.")
    private Set<String> proxies = Set.of();

    Access access() {
        return new Access(
                users.map(this::hashes).orElse(Map.of()),
                tokens.map(this::tokens).orElse(Set.of()),
                proxies);
    }

    private Map<String, String> hashes(Path file) {
        Map<String, String> hashes = new HashMap<>();
        List<String> lines = lines("--basic-auth", file);
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split(":", 2);
            if (parts.length < 2
                    || parts[0].isEmpty()
                    || !BCRYPT.matcher(parts[1]).matches()) {
                throw wrong("--basic-auth " + file + ", line " + (i + 1)
                        + ": is not a name with a bcrypt hash; create it with htpasswd -B FILE NAME");
            }
            hashes.put(parts[0], parts[1]);
        }
        return hashes;
    }

    private Set<String> tokens(Path file) {
        return new HashSet<>(lines("--bearer-tokens", file));
    }

    private List<String> lines(String option, Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw wrong(option + " " + file + ": cannot be read: " + e);
        }
        if (lines.isEmpty()) {
            throw wrong(option + " " + file + ": is empty, so nobody could read; to let everybody read, leave the"
                    + " option out");
        }
        return lines;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
