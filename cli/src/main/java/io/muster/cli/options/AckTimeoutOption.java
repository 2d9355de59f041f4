package io.muster.cli.options;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long a publishing command waits for acknowledgements. */
public final class AckTimeoutOption {

    private static final Duration MIN = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofDays(1);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private Duration timeout = MIN;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "How long to wait for an acknowledgement (${DEFAULT-VALUE}).")
    void setTimeout(Duration given) {
        if (given.compareTo(MIN) < 0 || given.compareTo(MAX) > 0) {
            throw new ParameterException(command.commandLine(), "--timeout must be from 1s to 1d");
        }
        this.timeout = given;
    }

    public Duration timeout() {
        return timeout;
    }
}
