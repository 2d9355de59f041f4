package io.muster.e2e.sample;

import io.muster.domain.fixture.StandingsInMap;
import io.muster.domain.ledger.Ledger;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.domain.statement.SegmentPool;
import io.muster.domain.statement.Statement;
import io.muster.domain.tally.AsOf;
import io.muster.domain.tally.CampaignBoard;
import io.muster.domain.tally.Row;
import io.muster.domain.tally.RowKey;
import io.muster.streams.mapping.SubtotalCodec;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Replays a sample drive through the domain rules, without a broker. */
final class DriveReplay {

    private final SubtotalBook book = new SubtotalBook();
    private final Ledger ledger = new Ledger(new StandingsInMap(), book);
    private final SegmentPool segments = new SegmentPool();
    private final CampaignBoard board;
    private final Queue<Statement> toCome;
    private final Map<RowKey, Row> rows = new HashMap<>();

    /** @param sample a drive with one campaign */
    DriveReplay(Sample sample) {
        board = new CampaignBoard(
                sample.references().campaigns().keySet().iterator().next());
        board.refer(sample.references());
        toCome = new ArrayDeque<>(sample.statements());
    }

    /**
     * Processes the statements that had arrived by a time: those before the first line of the file that was recorded
     * later.
     *
     * @return the keys of the rows that changed
     */
    List<RowKey> goOnTo(Instant moment) {
        while (!toCome.isEmpty() && !toCome.element().recordedAt().isAfter(moment)) {
            Statement next = toCome.remove();
            ledger.apply(next, next.recordedAt().toEpochMilli());
        }
        book.drainChanged((cell, subtotal) ->
                board.put(cell, 0, SubtotalCodec.fromBytes(SubtotalCodec.toBytes(subtotal), segments)));
        List<RowKey> changed = new ArrayList<>();
        board.changes(new AsOf.Wall(moment), change -> {
            changed.add(change.key());
            if (change.row() == null) {
                rows.remove(change.key());
            } else {
                rows.put(change.key(), change.row());
            }
        });
        return changed;
    }

    /** The current rows of one kind. */
    <R extends Row> List<R> rows(Class<R> kind) {
        return rows.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
