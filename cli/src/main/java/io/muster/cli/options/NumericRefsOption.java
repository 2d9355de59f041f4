package io.muster.cli.options;

import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantKey;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether a participantRef may be a bare number as long as an identity number. */
public final class NumericRefsOption {

    private static final String NAME = "--allow-numeric-refs";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = NAME,
            description = "Accept a participantRef that is a bare number of 9 to 12 digits, although identity numbers"
                    + " look the same. Only for registration systems whose own numbers are that long."
                    + " Set it on the streams application and on every command that takes statements.")
    private boolean allowed;

    public NumericRefs refs() {
        return allowed ? NumericRefs.ALLOWED : NumericRefs.REFUSED;
    }

    /** @throws ParameterException if a participant key is given too: with a key, numbers belong in identityNumber */
    public NumericRefs refsBeside(Optional<ParticipantKey> key) {
        if (allowed && key.isPresent()) {
            throw new ParameterException(
                    command.commandLine(),
                    NAME + " and a participant key are both given; keep one of them. With a key, give numbers"
                            + " as identityNumber; a bare number is not accepted as participantRef");
        }
        return refs();
    }
}
