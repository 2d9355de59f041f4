package io.muster.cli.options;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The properties file given with {@code --config}: options by their long names, and pass-through settings. */
public final class SettingsFile {

    private static final Set<String> PASSED_THROUGH = Set.of("kafka.", "schema.registry.", "receiver.");

    private final String path;
    private final Map<String, String> values;

    private SettingsFile(String path, Map<String, String> values) {
        this.path = path;
        this.values = Map.copyOf(values);
    }

    /** An empty file, used without {@code --config}. */
    public static SettingsFile none() {
        return new SettingsFile("", Map.of());
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws IllegalArgumentException with a message for the user, if it cannot be read
     */
    public static SettingsFile read(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("--config " + path + " cannot be read: " + e, e);
        }
        Map<String, String> values = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key ->
                        values.put(key.strip(), properties.getProperty(key).strip()));
        return new SettingsFile(path.toString(), values);
    }

    /**
     * Rejects a key that no command has an option for.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public void requireKnownTo(CommandSpec root) {
        Set<String> known = commands(root)
                .flatMap(command -> command.options().stream())
                .map(SettingsFile::keyOf)
                .collect(Collectors.toSet());
        values.keySet().stream()
                .filter(key -> PASSED_THROUGH.stream().noneMatch(key::startsWith))
                .filter(key -> !known.contains(dashed(key)))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException(path + ": no command has an option --" + dashed(key)
                            + "; write options by their long names, and Kafka client settings as kafka.KEY");
                });
    }

    String path() {
        return path;
    }

    Optional<String> value(String option) {
        return Stream.of(option, option.replace('-', '.'))
                .map(values::get)
                .filter(SettingsFile::isGiven)
                .findFirst();
    }

    Map<String, String> under(String prefix) {
        Map<String, String> found = new HashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix) && !key.equals("schema.registry.url")) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return found;
    }

    static String keyOf(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    private static String dashed(String key) {
        return key.replace('.', '-');
    }

    private static Stream<CommandSpec> commands(CommandSpec command) {
        return Stream.concat(
                Stream.of(command),
                command.subcommands().values().stream().flatMap(sub -> commands(sub.getCommandSpec())));
    }
}
