package io.muster.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command. */
public final class CommonOptions {

    /** Log levels. */
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
            description = "Properties file with options by their long names.")
    private @Nullable Path config;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "On an error, print the stack trace.")
    private boolean verbose;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            scope = ScopeType.INHERIT,
            description = "Log level on standard error: ${COMPLETION-CANDIDATES} (default: INFO for services,"
                    + " else WARN).")
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
