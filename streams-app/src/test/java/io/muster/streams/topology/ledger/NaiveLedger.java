package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Cell;
import io.muster.domain.ledger.OddSource;
import io.muster.domain.ledger.OddSource.Oddity;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.RecordedAhead;
import io.muster.domain.ledger.Subtotal;
import io.muster.domain.statement.Segment;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Statement.Subject;
import io.muster.domain.statement.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A slow and simple reference implementation of the ledger. */
final class NaiveLedger {

    /** The order in which statements win (docs/rules.md, rule 1). Event ids are compared as text. */
    private static final Comparator<Statement> ORDER = Comparator.comparingLong(Statement::version)
            .thenComparing(s -> s.eventId().toString());

    private final Map<Subject, Statement> standing = new HashMap<>();
    private final Set<Statement> all = new HashSet<>();
    private final Map<Statement, Instant> firstReceivedAt = new HashMap<>();

    /** A subtotal by value. */
    record Count(
            int enrolled,
            int withdrawn,
            long lastRecordedAt,
            Map<Segment, Integer> segments,
            Map<OddSource, Integer> odd) {

        static Count of(Subtotal subtotal) {
            Map<Segment, Integer> segments = new HashMap<>();
            for (int i = 0; i < subtotal.segmentCount(); i++) {
                segments.put(subtotal.segment(i), subtotal.enrolledOf(i));
            }
            return new Count(
                    subtotal.enrolled(),
                    subtotal.withdrawn(),
                    subtotal.recorded().last(),
                    segments,
                    Map.copyOf(subtotal.odd()));
        }
    }

    /** @return the expected kind of outcome */
    Class<? extends Outcome> state(Statement s, Instant receivedAt) {
        all.add(s);
        firstReceivedAt.merge(s, receivedAt, (one, other) -> one.isBefore(other) ? one : other);
        Statement before = standing.get(s.subject());
        if (before != null && ORDER.compare(s, before) <= 0) {
            if (s.eventId().equals(before.eventId())) {
                return Outcome.Duplicate.class;
            }
            boolean bothWithdraw = s.status() == Status.WITHDRAWN && before.status() == Status.WITHDRAWN;
            boolean alike = s.status() == before.status() && cell(s).equals(cell(before));
            return bothWithdraw || alike ? Outcome.Stale.class : Outcome.Lost.class;
        }
        standing.put(s.subject(), s);
        if (before == null) {
            return Outcome.First.class;
        }
        boolean counted = before.status() == Status.ENROLLED;
        boolean stays = s.status() == Status.ENROLLED && cell(s).equals(cell(before));
        return counted && !stays ? Outcome.Corrected.class : Outcome.Updated.class;
    }

    Map<Cell, Count> counts() {
        Map<Cell, Count> counts = new HashMap<>();
        for (Statement s : all) {
            counts.computeIfAbsent(cell(s), this::count);
        }
        return counts;
    }

    private Count count(Cell cell) {
        Map<Segment, Integer> segments = new HashMap<>();
        long lastRecordedAt = Long.MIN_VALUE;
        for (Statement s : all) {
            if (cell(s).equals(cell)) {
                lastRecordedAt = Math.max(lastRecordedAt, s.recordedAt().toEpochMilli());
                s.segments().known().forEach(segment -> segments.putIfAbsent(segment, 0));
            }
        }
        int enrolled = 0;
        int withdrawn = 0;
        for (Statement s : standing.values()) {
            if (cell(s).equals(cell) && s.status() == Status.ENROLLED) {
                enrolled++;
                s.segments().known().forEach(segment -> segments.merge(segment, 1, Integer::sum));
            } else if (cell(s).equals(cell)) {
                withdrawn++;
            }
        }
        return new Count(enrolled, withdrawn, lastRecordedAt, segments, odd(cell));
    }

    private Map<OddSource, Integer> odd(Cell cell) {
        Map<OddSource, Integer> odd = new HashMap<>();
        for (Statement winner : standing.values()) {
            if (cell(winner).equals(cell)) {
                Instant inTime = winner.recordedAt().minus(RecordedAhead.TOLERANCE);
                if (Objects.requireNonNull(firstReceivedAt.get(winner)).isBefore(inTime)) {
                    odd.merge(new OddSource(Oddity.RECORDED_AHEAD, winner.source()), 1, Integer::sum);
                }
                if (all.stream().anyMatch(other -> enrollsElsewhere(other, winner))) {
                    odd.merge(new OddSource(Oddity.CHANGED_ELSEWHERE, winner.source()), 1, Integer::sum);
                }
            }
        }
        return odd;
    }

    private static boolean enrollsElsewhere(Statement other, Statement winner) {
        return other.subject().equals(winner.subject())
                && other.status() == Status.ENROLLED
                && !other.areaId().equals(winner.areaId());
    }

    private static Cell cell(Statement s) {
        return new Cell(s.campaignId(), s.areaId(), s.enrolledOn());
    }
}
