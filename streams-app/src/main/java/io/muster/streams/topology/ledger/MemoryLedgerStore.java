package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Ledger;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.domain.statement.Statement;
import io.muster.streams.mapping.StatementReader;
import io.muster.streams.mapping.StatementReader.Reading;
import io.muster.streams.topology.stage.TimestampedValue;
import java.util.function.ToIntFunction;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.TimestampedBytesStore;

/**
 * The ledger of one input partition in memory. It is a fold of that partition, so it needs no changelog: at each start,
 * Kafka Streams rebuilds it from the statements, up to the committed offset.
 *
 * <p>It is a {@link TimestampedBytesStore} because the rules need the timestamp of each record.
 */
final class MemoryLedgerStore implements StateStore, TimestampedBytesStore, LedgerState {

    private final String name;
    private final StatementReader reader;
    private final ToIntFunction<byte[]> partitions;
    private final ParticipantTable standings = new ParticipantTable();
    private final SubtotalBook book = new SubtotalBook();
    private final Ledger ledger = new Ledger(standings, book);
    private int partition;
    private boolean isRestoredEmpty = true;
    private boolean open;

    /** @param partitions gives the partition that a key belongs to */
    MemoryLedgerStore(String name, StatementReader reader, ToIntFunction<byte[]> partitions) {
        this.name = name;
        this.reader = reader;
        this.partitions = partitions;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        partition = context.taskId().partition();
        context.register(root, this::restore);
        open = true;
    }

    private void restore(byte[] key, byte[] timestampAndValue) {
        isRestoredEmpty = false;
        if (timestampAndValue == null) {
            return;
        }
        TimestampedValue restored = TimestampedValue.parse(timestampAndValue);
        long timestamp = TimestampOrEpoch.orEpoch(restored.timestamp());
        if (reader.read(key, restored.value(), timestamp) instanceof Reading.Valid valid
                && partitions.applyAsInt(key) == partition) {
            ledger.apply(valid.statement(), timestamp);
        }
    }

    @Override
    public boolean isRestoredEmpty() {
        return isRestoredEmpty;
    }

    @Override
    public Outcome apply(Statement statement, long receivedAt) {
        return ledger.apply(statement, receivedAt);
    }

    @Override
    public SubtotalBook book() {
        return book;
    }

    @Override
    public void close() {
        open = false;
        isRestoredEmpty = true;
        standings.clear();
        book.clear();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
