package io.muster.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class StateCorruptionTest {

    private static final Path DIRECTORY = Path.of("state", "0");

    @Test
    void shouldReportCorruptStateAndTheRemedy() {
        Exception ofRocksDb =
                new IllegalStateException("Sst file size mismatch.\n  The file MANIFEST may be corrupted.");
        Exception failure = new StreamsException(
                "stream-thread", new ProcessorStateException("Error opening store ledger-standings", ofRocksDb));

        assertThat(StateCorruption.message(failure, DIRECTORY))
                .hasValue("The local state in " + DIRECTORY + " is damaged or cannot be read: Error opening store"
                        + " ledger-standings: Sst file size mismatch. The file MANIFEST may be corrupted."
                        + " Nothing is lost:"
                        + " the state can be rebuilt from the topics. If the disk is full or broken, fix that first."
                        + " Then start with --rebuild-state, which deletes the state and rebuilds it");
    }

    @Test
    void shouldIgnoreOtherFailures() {
        assertThat(StateCorruption.message(new StreamsException("a broker went away"), DIRECTORY))
                .isEmpty();
    }
}
