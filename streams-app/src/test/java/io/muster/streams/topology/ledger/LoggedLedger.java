package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.domain.statement.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** A ledger in two RocksDB stores, in a directory of its own. */
final class LoggedLedger implements LedgerUnderTest {

    private final Path directory;
    private KeyValueStore<String, byte[]> standings;
    private KeyValueStore<Bytes, byte[]> subtotals;
    private LoggedLedgerState state;

    LoggedLedger() {
        try {
            directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "state")), "ledger");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        standings = open("standings", Serdes.String());
        subtotals = open("subtotals", Serdes.Bytes());
        state = new LoggedLedgerState(standings, subtotals, 3);
    }

    @Override
    public Outcome state(Statement statement, Instant receivedAt) {
        return state.apply(statement, receivedAt.toEpochMilli());
    }

    @Override
    public SubtotalBook book() {
        return state.book();
    }

    @Override
    public void restart() {
        closeStores();
        standings = open("standings", Serdes.String());
        subtotals = open("subtotals", Serdes.Bytes());
        state = new LoggedLedgerState(standings, subtotals, 3);
    }

    @Override
    public void close() {
        closeStores();
        try {
            Utils.delete(directory.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closeStores() {
        standings.close();
        subtotals.close();
    }

    private <K> KeyValueStore<K, byte[]> open(String name, Serde<K> keys) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        KeyValueStore<K, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), keys, Serdes.ByteArray())
                .withLoggingDisabled()
                .withCachingDisabled()
                .build();
        MockProcessorContext<Void, Void> context =
                new MockProcessorContext<>(properties, new TaskId(0, 3), directory.toFile());
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
