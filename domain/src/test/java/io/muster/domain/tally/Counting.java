package io.muster.domain.tally;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;

import io.muster.domain.fixture.Delivery;
import io.muster.domain.fixture.History;
import io.muster.domain.fixture.ReferenceRecord;
import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.fixture.StandingsInMap;
import io.muster.domain.ledger.Ledger;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.Subtotal;
import io.muster.domain.ledger.SubtotalBook;
import io.muster.domain.oracle.ExpectedCorrections;
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

/** Both stages wired together as the topology does it, without Kafka: one ledger for each partition, one board for each campaign. */
final class Counting {

    private final List<Part> parts = new ArrayList<>();
    private final Map<String, CampaignBoard> boards = new TreeMap<>();
    private final Map<RowKey, Row> rows = new HashMap<>();
    private final List<ExpectedCorrections.Change> corrections = new ArrayList<>();
    private final List<Change> lastRound = new ArrayList<>();
    private final Supplier<AsOf> asOf;
    private final ReferencesBuilder references = someReferences();

    Counting(int partitions, AsOf asOf) {
        this(partitions, () -> asOf);
    }

    /** @param asOf asked in every round */
    Counting(int partitions, Supplier<AsOf> asOf) {
        this.asOf = asOf;
        for (int i = 0; i < partitions; i++) {
            parts.add(new Part());
        }
    }

    /** Delivers everything, the partitions and the reference records interleaved. */
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
                handOn(random.nextInt(parts.size()));
                publish();
            }
        }
        handOnAll();
        publish();
    }

    void deliverAgain(Delivery delivery) {
        List<List<Statement>> partitions = delivery.partitions(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            for (Statement statement : partitions.get(i)) {
                apply(i, statement);
            }
        }
        handOnAll();
        publish();
    }

    Rows rows() {
        return Rows.of(rows.values());
    }

    /** What the ledgers corrected, by event ids. */
    List<ExpectedCorrections.Change> corrections() {
        return corrections;
    }

    List<Change> changesOfLastRound() {
        return lastRound;
    }

    private void apply(int partition, Statement statement) {
        if (parts.get(partition).ledger.apply(statement) instanceof Outcome.Corrected corrected) {
            corrections.add(new ExpectedCorrections.Change(
                    statement.campaignId() + ":" + statement.participantRef(),
                    corrected.from().eventId().toString(),
                    corrected.to().eventId().toString()));
        }
    }

    private void handOnAll() {
        for (int i = 0; i < parts.size(); i++) {
            handOn(i);
        }
    }

    private void handOn(int partition) {
        parts.get(partition)
                .book
                .drainChanged((cell, subtotal) -> board(cell.campaignId()).put(cell, partition, copy(subtotal)));
    }

    /** Judges what was counted, and hands out what changed. */
    void publish() {
        lastRound.clear();
        AsOf now = asOf.get();
        References known = references.build();
        known.campaigns().keySet().forEach(this::board);
        for (CampaignBoard board : boards.values()) {
            board.refer(known);
            board.changes(now, lastRound::add);
        }
        for (Change change : lastRound) {
            Row row = change.row();
            if (row == null) {
                rows.remove(change.key());
            } else {
                rows.put(row.key(), row);
            }
        }
    }

    private CampaignBoard board(String campaignId) {
        return boards.computeIfAbsent(campaignId, CampaignBoard::new);
    }

    /** As it would come off the wire. */
    private static Subtotal copy(Subtotal subtotal) {
        Subtotal copy = new Subtotal();
        copy.add(Status.ENROLLED, subtotal.enrolled());
        copy.add(Status.WITHDRAWN, subtotal.withdrawn());
        copy.recorded().see(subtotal.recorded());
        for (int i = 0; i < subtotal.segmentCount(); i++) {
            copy.addSegment(subtotal.segment(i), subtotal.enrolledOf(i));
        }
        return copy;
    }

    private static final class Part {
        private final SubtotalBook book = new SubtotalBook();
        private final Ledger ledger = new Ledger(new StandingsInMap(), book);
    }
}
