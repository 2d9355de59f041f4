package io.muster.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.internals.StateDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DanglingTransactionsTest {

    @TempDir
    private Path folder;

    @Test
    void shouldReadTheProcessIdThatKafkaStreamsStored() {
        StreamsConfig config = new StreamsConfig(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, "counts",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1",
                StreamsConfig.STATE_DIR_CONFIG, folder.toString()));
        StateDirectory kept = new StateDirectory(config, Time.SYSTEM, true, false);
        UUID written = kept.initializeProcessId();
        kept.close();

        assertThat(DanglingTransactions.processId(folder.resolve("counts"))).contains(written.toString());
    }

    @Test
    void shouldFindNoProcessIdBeforeTheFirstRun() throws IOException {
        assertThat(DanglingTransactions.processId(folder)).isEmpty();

        Files.writeString(folder.resolve("kafka-streams-process-metadata"), "something else");
        assertThat(DanglingTransactions.processId(folder)).isEmpty();
    }
}
