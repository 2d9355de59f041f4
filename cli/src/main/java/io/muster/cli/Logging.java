package io.muster.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.muster.cli.options.CommonOptions;
import io.muster.cli.options.CommonOptions.LogLevel;
import io.muster.cli.options.LongRunning;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParseResult;

/** Sets the log level. Appenders and silenced loggers are in logback.xml. */
final class Logging {

    private Logging() {}

    static void setUp(CommonOptions options, ParseResult result) {
        ParseResult last = result;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        boolean service = last.commandSpec().userObject() instanceof LongRunning;
        LogLevel level = options.logLevel().orElse(service ? LogLevel.INFO : LogLevel.WARN);
        ((Logger) LoggerFactory.getLogger("io.muster")).setLevel(Level.valueOf(level.name()));
    }
}
