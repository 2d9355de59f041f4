package io.muster.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class StateDamageTest {

    private static final Path DIRECTORY = Path.of("state", "0");

    @Test
    void shouldSayWhatIsDamagedThatNothingIsLostAndWhatToDo() {
        Exception ofRocksDb =
                new IllegalStateException("Sst file size mismatch.\n  The file MANIFEST may be corrupted.");
        Exception failure = new StreamsException(
                "stream-thread", new ProcessorStateException("Error opening store ledger-standings", ofRocksDb));

        assertThat(StateDamage.message(failure, DIRECTORY))
                .hasValue(
                        "What the instance keeps in " + DIRECTORY + " is damaged or cannot be read: Error opening store"
                                + " ledger-standings: Sst file size mismatch. The file MANIFEST may be corrupted. Nothing is lost:"
                                + " all of it is counted anew from the topics. If the disk is full or broken, mend that first."
                                + " Then start with --rebuild-state, which removes it and counts anew");
    }

    @Test
    void shouldSayNothingOfOtherFailures() {
        assertThat(StateDamage.message(new StreamsException("a broker went away"), DIRECTORY))
                .isEmpty();
    }
}
