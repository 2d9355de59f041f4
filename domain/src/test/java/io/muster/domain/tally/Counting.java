package io.muster.domain.tally;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;

import io.muster.domain.CampaignId;
import io.muster.domain.fixture.Delivery;
import io.muster.domain.fixture.History;
import io.muster.domain.fixture.ReceivedAt;
import io.muster.domain.fixture.ReferenceRecord;
import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.fixture.StandingsInMap;
import io.muster.domain.ledger.Ledger;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.Subtotal;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.domain.oracle.ExpectedCorrections;
import io.muster.domain.oracle.ExpectedLosses;
import io.muster.domain.oracle.Rows;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Both stages without Kafka, wired as in the topology: one ledger per partition, one board per campaign. */
final class Counting {

    private final List<Part> parts = new ArrayList<>();
    private final Map<CampaignId, CampaignBoard> boards = new TreeMap<>();
    private final Map<RowKey, Row> rows = new HashMap<>();
    private final List<ExpectedCorrections.Change> corrections = new ArrayList<>();
    private final List<Change> lastChanges = new ArrayList<>();
    private final List<ExpectedLosses.Loss> losses = new ArrayList<>();
    private final Supplier<AsOf> asOf;
    private final ReceivedAt receivedAt;
    private final ReferencesBuilder references = someReferences();

    Counting(int partitions, AsOf asOf) {
        this(partitions, () -> asOf);
    }

    /** @param asOf called by every {@link #publish} */
    Counting(int partitions, Supplier<AsOf> asOf) {
        this(partitions, asOf, ReceivedAt.WHEN_RECORDED);
    }

    Counting(int partitions, AsOf asOf, ReceivedAt receivedAt) {
        this(partitions, () -> asOf, receivedAt);
    }

    private Counting(int partitions, Supplier<AsOf> asOf, ReceivedAt receivedAt) {
        this.asOf = asOf;
        this.receivedAt = receivedAt;
        for (int i = 0; i < partitions; i++) {
            parts.add(new Part());
        }
    }

    /** Delivers everything, with partitions and reference records interleaved at random. */
    void deliver(History history, Random random) {
        List<List<Statement>> partitions = history.delivery().partitions(parts.size());
        int[] next = new int[parts.size()];
        Iterator<ReferenceRecord> records = history.records().iterator();
        int recordsLeft = history.records().size();
        for (int left = history.delivery().arrivals().size() + recordsLeft; left > 0; left--) {
            if (random.nextInt(left) < recordsLeft) {
                references.take(records.next());
                recordsLeft--;
            } else {
                int partition = random.nextInt(parts.size());
                while (next[partition] == partitions.get(partition).size()) {
                    partition = (partition + 1) % parts.size();
                }
                apply(partition, partitions.get(partition).get(next[partition]++));
            }
            if (random.nextInt(5) == 0) {
                flush(random.nextInt(parts.size()));
                publish();
            }
        }
        flushAll();
        publish();
    }

    void deliverAgain(Delivery delivery) {
        List<List<Statement>> partitions = delivery.partitions(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            for (Statement statement : partitions.get(i)) {
                apply(i, statement);
            }
        }
        flushAll();
        publish();
    }

    Rows rows() {
        return Rows.of(rows.values());
    }

    /** The corrections of the ledgers, by event ids. */
    List<ExpectedCorrections.Change> corrections() {
        return corrections;
    }

    /** The losses that the ledgers reported, by event ids. */
    List<ExpectedLosses.Loss> losses() {
        return losses;
    }

    List<Change> changesOfLastRound() {
        return lastChanges;
    }

    private void apply(int partition, Statement statement) {
        String key = statement.campaignId() + ":" + statement.participantRef();
        Outcome outcome = parts.get(partition)
                .ledger
                .apply(statement, receivedAt.of(statement).toEpochMilli());
        if (outcome instanceof Outcome.Lost loss) {
            losses.add(new ExpectedLosses.Loss(
                    key,
                    loss.lost().eventId().toString(),
                    loss.standing().eventId().toString()));
        }
        if (outcome instanceof Outcome.Corrected corrected) {
            corrections.add(new ExpectedCorrections.Change(
                    key,
                    corrected.from().eventId().toString(),
                    corrected.to().eventId().toString()));
        }
    }

    private void flushAll() {
        for (int i = 0; i < parts.size(); i++) {
            flush(i);
        }
    }

    private void flush(int partition) {
        parts.get(partition)
                .book
                .drainChanged((cell, subtotal) -> board(cell.campaignId()).put(cell, partition, copy(subtotal)));
    }

    /** Judges the boards, and publishes the rows that changed. */
    void publish() {
        lastChanges.clear();
        AsOf now = asOf.get();
        References known = references.build();
        known.campaigns().keySet().forEach(this::board);
        for (CampaignBoard board : boards.values()) {
            board.refer(known);
            board.changes(now, lastChanges::add);
        }
        for (Change change : lastChanges) {
            Row row = change.row();
            if (row == null) {
                rows.remove(change.key());
            } else {
                rows.put(row.key(), row);
            }
        }
    }

    private CampaignBoard board(CampaignId campaignId) {
        return boards.computeIfAbsent(campaignId, CampaignBoard::new);
    }

    /** A copy, as if the subtotal had been serialized and deserialized. */
    private static Subtotal copy(Subtotal subtotal) {
        Subtotal copy = new Subtotal();
        copy.add(Status.ENROLLED, subtotal.enrolled());
        copy.add(Status.WITHDRAWN, subtotal.withdrawn());
        copy.recorded().see(subtotal.recorded());
        for (int i = 0; i < subtotal.segmentCount(); i++) {
            copy.addSegment(subtotal.segment(i), subtotal.enrolledOf(i));
        }
        subtotal.odd().forEach(copy::addOdd);
        return copy;
    }

    private static final class Part {
        private final SubtotalBook book = new SubtotalBook();
        private final Ledger ledger = new Ledger(new StandingsInMap(), book);
    }
}
