package io.muster.cli.options;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Supplies option values that the command line does not give: from the environment ({@code --state-dir} is
 * {@code MUSTER_STATE_DIR}), then from the {@code --config} file ({@code state-dir} or {@code state.dir}).
 */
public final class SettingSources implements IDefaultValueProvider {

    private static final String ENVIRONMENT_PREFIX = "MUSTER_";
    /** Options whose names begin like a pass-through prefix. */
    private static final Set<String> OPTIONS = Set.of("schema-registry-url", "kafka-config", "schema-registry-config");

    private final Map<String, String> environment;
    private final SettingsFile file;

    public SettingSources(Map<String, String> environment, SettingsFile file) {
        this.environment = Map.copyOf(environment);
        this.file = file;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return find(argument).map(Found::value).orElse(null);
    }

    /** Where the value of an option was found, for messages: the variable, or the file and key. */
    public Optional<String> origin(ArgSpec argument) {
        return find(argument).map(Found::where);
    }

    /** Pass-through settings under a prefix: {@code kafka.linger.ms}, {@code MUSTER_KAFKA_LINGER_MS}. */
    Map<String, String> passedThrough(String prefix) {
        Map<String, String> settings = new HashMap<>(file.under(prefix + "."));
        String variables = variable(prefix.replace('.', '-')) + "_";
        environment.forEach((name, value) -> {
            if (name.startsWith(variables)
                    && !value.isBlank()
                    && OPTIONS.stream().noneMatch(o -> variable(o).equals(name))) {
                settings.put(
                        name.substring(variables.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        return settings;
    }

    /** Settings of the file that begin with the prefix and a dot, by the rest of their key. */
    public Map<String, String> inFile(String prefix) {
        return file.under(prefix + ".");
    }

    /** The file given with {@code --config}; empty if there is none. */
    public String fileName() {
        return file.path();
    }

    /** An environment variable; empty if unset or blank. */
    public Optional<String> variableOf(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private Optional<Found> find(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)
                || isAction(option)
                || option.typeInfo().isMap()) {
            return Optional.empty();
        }
        String name = SettingsFile.keyOf(option);
        @Nullable String fromEnvironment = environment.get(variable(name));
        if (fromEnvironment != null && !fromEnvironment.isBlank()) {
            return Optional.of(new Found(fromEnvironment, variable(name)));
        }
        return file.value(name).map(value -> new Found(value, name + " in " + file.path()));
    }

    private static boolean isAction(OptionSpec option) {
        return option.usageHelp() || option.versionHelp();
    }

    private static String variable(String name) {
        return ENVIRONMENT_PREFIX + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private record Found(String value, String where) {}
}
