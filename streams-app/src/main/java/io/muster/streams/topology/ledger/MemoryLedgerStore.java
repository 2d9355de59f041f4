package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Ledger;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.domain.statement.Statement;
import io.muster.streams.mapping.StatementReader;
import io.muster.streams.mapping.StatementReader.Reading;
import java.nio.ByteBuffer;
import java.util.function.ToIntFunction;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.TimestampedBytesStore;

/**
 * The ledger of one input partition in memory. It is a fold of that partition, so it needs no changelog: on a start it is
 * rebuilt from the statements themselves, up to the committed offset.
 *
 * <p>As a {@link TimestampedBytesStore} it is restored from values with eight bytes of the record's timestamp in front, which
 * the rules need.
 */
final class MemoryLedgerStore implements StateStore, TimestampedBytesStore, LedgerState {

    private final String name;
    private final StatementReader reader;
    private final ToIntFunction<byte[]> homes;
    private final ParticipantTable standings = new ParticipantTable();
    private final SubtotalBook book = new SubtotalBook();
    private final Ledger ledger = new Ledger(standings, book);
    private int partition;
    private boolean isRestoredEmpty = true;
    private boolean open;

    /** @param homes the partition that a key belongs to */
    MemoryLedgerStore(String name, StatementReader reader, ToIntFunction<byte[]> homes) {
        this.name = name;
        this.reader = reader;
        this.homes = homes;
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
        ByteBuffer buffer = ByteBuffer.wrap(timestampAndValue);
        long timestamp = TimestampOrEpoch.orEpoch(buffer.getLong());
        byte[] value = new byte[buffer.remaining()];
        buffer.get(value);
        if (reader.read(key, value, timestamp) instanceof Reading.Valid valid && homes.applyAsInt(key) == partition) {
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
