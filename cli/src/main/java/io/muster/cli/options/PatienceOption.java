package io.muster.cli.options;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long a command that publishes waits for an acknowledgement. */
public final class PatienceOption {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofDays(1);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    private Duration patience = LEAST;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "How long to wait for an acknowledgement (${DEFAULT-VALUE}).")
    void setPatience(Duration given) {
        if (given.compareTo(LEAST) < 0 || given.compareTo(MOST) > 0) {
            throw new ParameterException(command.commandLine(), "--timeout must be from 1s to 1d");
        }
        this.patience = given;
    }

    public Duration patience() {
        return patience;
    }
}
