package io.muster.cli.options;

import io.muster.domain.participant.ParticipantKey;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The secret key that turns identity numbers into participant references, from a file or from the environment. */
public final class ParticipantKeyOption {

    private static final String VARIABLE = "MUSTER_PARTICIPANT_KEY";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = {"--participant-key", "--participant-key-file"},
            paramLabel = "FILE",
            description = {
                "Accept identity numbers, and replace each at once by a reference derived with the key in this"
                        + " file (Base64 of at least 32 bytes: openssl rand -base64 32).",
                "Environment: " + VARIABLE + "_FILE, or the key itself in " + VARIABLE + "."
            })
    private Optional<Path> file = Optional.empty();

    /**
     * The key, if given. Giving both the file and the variable is an error: with another key the same person becomes
     * another participant.
     */
    public Optional<ParticipantKey> key() {
        Optional<String> inEnvironment = command.defaultValueProvider() instanceof SettingSources sources
                ? sources.variableOf(VARIABLE)
                : Optional.empty();
        if (file.isPresent() && inEnvironment.isPresent()) {
            throw wrong("--participant-key " + file.get() + " and " + VARIABLE + " are both given; keep one of them");
        }
        return file.map(path -> parsed("--participant-key " + path, read(path)))
                .or(() -> inEnvironment.map(text -> parsed(VARIABLE, text)));
    }

    private String read(Path path) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw wrong("--participant-key " + path + ": does not exist; check the path");
        } catch (CharacterCodingException e) {
            throw wrong("--participant-key " + path + ": the participant key is not Base64");
        } catch (IOException e) {
            throw wrong("--participant-key " + path + ": cannot be read: " + e);
        }
    }

    private ParticipantKey parsed(String origin, String text) {
        try {
            return ParticipantKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong(origin + ": " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
