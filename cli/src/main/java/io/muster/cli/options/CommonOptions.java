package io.muster.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command. */
public final class CommonOptions {

    /** How much is logged. */
    public enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "A properties file with options by their long name.")
    private @Nullable Path config;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "On an error, show where it came from.")
    private boolean verbose;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            scope = ScopeType.INHERIT,
            description = "What is logged to standard error: ${COMPLETION-CANDIDATES} (services INFO, else WARN).")
    private @Nullable LogLevel logLevel;

    public Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    public boolean verbose() {
        return verbose;
    }

    public Optional<LogLevel> logLevel() {
        return Optional.ofNullable(logLevel);
    }
}
