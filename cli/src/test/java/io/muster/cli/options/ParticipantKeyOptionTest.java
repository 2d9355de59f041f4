package io.muster.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.domain.participant.ParticipantKey;
import io.muster.domain.participant.ParticipantRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

final class ParticipantKeyOptionTest {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NUMBER = "024098000123";
    private static final ParticipantRef PARTICIPANT = ParticipantRef.of(NUMBER, ParticipantKey.parse(SECRET));

    @TempDir
    private Path directory;

    @Test
    void shouldHaveNoKeyByDefault() {
        assertThat(key(Map.of())).isEmpty();
    }

    @Test
    void shouldReadTheKeyFromAFile() throws IOException {
        String file = file(SECRET + "\n");

        assertThat(participant(key(Map.of(), "--participant-key", file))).contains(PARTICIPANT);
        assertThat(participant(key(Map.of("MUSTER_PARTICIPANT_KEY_FILE", file))))
                .contains(PARTICIPANT);
    }

    @Test
    void shouldReadTheKeyFromTheEnvironment() {
        assertThat(participant(key(Map.of("MUSTER_PARTICIPANT_KEY", SECRET)))).contains(PARTICIPANT);
    }

    @Test
    void shouldRejectTwoKeys() throws IOException {
        String file = file(SECRET);

        assertThatThrownBy(() -> key(Map.of("MUSTER_PARTICIPANT_KEY", SECRET), "--participant-key", file))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("are both given; keep one of them");
    }

    @Test
    void shouldReportAnInvalidKeyWithoutPrintingIt() throws IOException {
        String file = file("no secret!");

        assertThatThrownBy(() -> key(Map.of(), "--participant-key", file))
                .hasMessageContaining("--participant-key " + file + ": the participant key is not Base64")
                .hasMessageNotContaining("secret!");
        assertThatThrownBy(() -> key(Map.of("MUSTER_PARTICIPANT_KEY", "c2hvcnQ=")))
                .hasMessageContaining("MUSTER_PARTICIPANT_KEY: the participant key must have at least 32 bytes")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> key(Map.of(), "--participant-key", file + ".gone"))
                .hasMessageContaining("does not exist; check the path");
    }

    private String file(String content) throws IOException {
        return Files.writeString(directory.resolve("key"), content).toString();
    }

    private static Optional<ParticipantRef> participant(Optional<ParticipantKey> key) {
        return key.map(given -> ParticipantRef.of(NUMBER, given));
    }

    private static Optional<ParticipantKey> key(Map<String, String> environment, String... arguments) {
        Holder holder = new Holder();
        new CommandLine(holder)
                .setDefaultValueProvider(new SettingSources(environment, SettingsFile.none()))
                .parseArgs(arguments);
        return holder.option.key();
    }

    @Command(name = "holder")
    private static final class Holder {
        @Mixin
        private ParticipantKeyOption option = new ParticipantKeyOption();
    }
}
