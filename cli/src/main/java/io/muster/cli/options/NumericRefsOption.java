package io.muster.cli.options;

import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantKey;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether participants may be known by bare numbers as long as identity numbers. */
public final class NumericRefsOption {

    private static final String NAME = "--allow-numeric-refs";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = NAME,
            description =
                    "Take a participantRef that is a bare number of 9 to 12 digits, as identity numbers are. Only for"
                            + " registration systems whose own numbers are so long; whatever takes statements and the application"
                            + " need it alike.")
    private boolean allowed;

    public NumericRefs refs() {
        return allowed ? NumericRefs.ALLOWED : NumericRefs.REFUSED;
    }

    /** @throws ParameterException if there is a participant key: then numbers belong into identityNumber, and are replaced */
    public NumericRefs refsBeside(Optional<ParticipantKey> key) {
        if (allowed && key.isPresent()) {
            throw new ParameterException(
                    command.commandLine(),
                    NAME + " and a participant key are both given; keep one of them: with the key, numbers are given as"
                            + " identityNumber, and no bare number is taken for a reference");
        }
        return refs();
    }
}
