package io.muster.cli;

import io.muster.cli.options.CommonOptions;
import io.muster.cli.options.DurationConverter;
import io.muster.cli.options.SettingSources;
import io.muster.cli.options.SettingsFile;
import io.muster.cli.terminal.CommandFailedException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command line and returns its exit code instead of ending the process. */
public final class CommandRunner {

    private final Muster root = new Muster();
    private final Map<String, String> environment;
    private final PrintWriter out;
    private final PrintWriter err;

    public CommandRunner(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = Map.copyOf(environment);
        this.out = writer(out);
        this.err = writer(err);
    }

    /** Runs the command and returns its exit code: 0 ok, 1 failed, 2 wrong usage. */
    public int run(String... arguments) {
        CommandLine muster = new CommandLine(root);
        SettingSources sources;
        try {
            SettingsFile file = settingsFile(arguments);
            file.requireKnownTo(muster.getCommandSpec());
            sources = new SettingSources(environment, file);
        } catch (IllegalArgumentException e) {
            err.println("muster: " + e.getMessage());
            return ExitCode.USAGE;
        }
        return muster.setDefaultValueProvider(sources)
                .registerConverter(Duration.class, new DurationConverter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setUsageHelpAutoWidth(true)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((e, given) -> wrongUsage(e, sources))
                .setExecutionExceptionHandler(this::failed)
                .setExecutionStrategy(this::execute)
                .execute(arguments);
    }

    /** Reads the {@code --config} file first: it supplies the defaults of the options. */
    private SettingsFile settingsFile(String... arguments) {
        CommonOptions common = new CommonOptions();
        try {
            new CommandLine(common)
                    .setUnmatchedArgumentsAllowed(true)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .parseArgs(arguments);
        } catch (ParameterException e) {
            return SettingsFile.none(); // the full parse reports the same error
        }
        return common.config()
                .or(() -> variable("MUSTER_CONFIG").map(Path::of))
                .map(SettingsFile::read)
                .orElseGet(SettingsFile::none);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private int execute(ParseResult result) {
        Logging.setUp(root.common(), result);
        return new CommandLine.RunLast().execute(result);
    }

    private int wrongUsage(ParameterException failure, SettingSources sources) {
        CommandLine command = failure.getCommandLine();
        String origin = failure.getArgSpec() == null
                ? ""
                : sources.origin(failure.getArgSpec())
                        .map(where -> " (from " + where + ")")
                        .orElse("");
        err.println(name(command) + ": " + failure.getMessage() + origin);
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Try '" + name(command) + " --help'.");
        return ExitCode.USAGE;
    }

    private int failed(Exception failure, CommandLine command, ParseResult result) {
        boolean expected = failure instanceof CommandFailedException;
        err.println(name(command) + ": " + (expected ? failure.getMessage() : "unexpected " + failure));
        if (root.common().verbose()) {
            failure.printStackTrace(err);
        } else if (!expected) {
            err.println("Run it again with --verbose for the stack trace.");
        }
        return ExitCode.SOFTWARE;
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
