package io.muster.streams.topology.ledger;

import io.muster.contract.topic.CellKey;
import io.muster.contract.topic.RecordKeys;
import io.muster.domain.CampaignId;
import io.muster.domain.ledger.Cell;
import io.muster.domain.ledger.Ledger;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.Standing;
import io.muster.domain.ledger.Standings;
import io.muster.domain.ledger.Subtotal;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.domain.ledger.Subtotals;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.SegmentPool;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.streams.mapping.SubtotalCodec;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one input partition in two logged stores, for histories that take too long to replay at every start.
 * Subtotals are also held in memory and written through with every statement, so that a commit always covers both.
 */
final class LoggedLedgerState implements LedgerState {

    private final KeyValueStore<String, byte[]> standings;
    private final KeyValueStore<Bytes, byte[]> subtotals;
    private final int partition;
    private final SubtotalBook book = new SubtotalBook();
    private final Set<Cell> touched = new HashSet<>();
    private final Ledger ledger = new Ledger(new StoredStandings(), new TrackedSubtotals());

    LoggedLedgerState(KeyValueStore<String, byte[]> standings, KeyValueStore<Bytes, byte[]> subtotals, int partition) {
        this.standings = standings;
        this.subtotals = subtotals;
        this.partition = partition;
        SegmentPool pool = new SegmentPool();
        try (KeyValueIterator<Bytes, byte[]> all = subtotals.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                book.restore(CellKey.fromBytes(entry.key.get()).cell(), SubtotalCodec.fromBytes(entry.value, pool));
            }
        }
    }

    @Override
    public boolean isRestoredEmpty() {
        return false;
    }

    @Override
    public Outcome apply(Statement statement, long receivedAt) {
        Outcome outcome = ledger.apply(statement, receivedAt);
        for (Cell cell : touched) {
            Subtotal subtotal = book.get(cell);
            if (subtotal != null) {
                subtotals.put(Bytes.wrap(new CellKey(cell, partition).toBytes()), SubtotalCodec.toBytes(subtotal));
            }
        }
        touched.clear();
        return outcome;
    }

    @Override
    public SubtotalBook book() {
        return book;
    }

    private final class StoredStandings implements Standings {

        @Override
        public Place placeOf(CampaignId campaignId, ParticipantRef participantRef) {
            return new StoredPlace(RecordKeys.participant(campaignId, participantRef));
        }
    }

    private final class StoredPlace implements Standings.Place {
        private final String key;

        StoredPlace(String key) {
            this.key = key;
        }

        @Override
        public @Nullable Standing get() {
            byte[] bytes = standings.get(key);
            return bytes == null ? null : StandingCodec.fromBytes(bytes);
        }

        @Override
        public void put(Standing standing) {
            standings.put(key, StandingCodec.toBytes(standing));
        }
    }

    /** Counts in the book and tracks which cells changed. */
    private final class TrackedSubtotals implements Subtotals {

        @Override
        public void note(Cell cell, Segments segments, long recordedAt) {
            book.note(cell, segments, recordedAt);
            touched.add(cell);
        }

        @Override
        public void enter(Cell cell, Standing standing) {
            book.enter(cell, standing);
            touched.add(cell);
        }

        @Override
        public void leave(Cell cell, Standing standing) {
            book.leave(cell, standing);
            touched.add(cell);
        }
    }
}
