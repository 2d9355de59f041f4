package io.muster.dashboard.report;

import io.muster.domain.fixture.StandingsInMap;
import io.muster.domain.ledger.Cell;
import io.muster.domain.ledger.Correction;
import io.muster.domain.ledger.Correction.Placement;
import io.muster.domain.ledger.Ledger;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.ledger.Standing;
import io.muster.domain.ledger.Subtotals;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Takes statements one after the other, a second apart, and notes the corrections that the application would record. */
final class LedgerWalk {

    private final StandingsInMap standings = new StandingsInMap();
    private final List<Correction> corrections = new ArrayList<>();
    private final Ledger ledger = new Ledger(standings, new Uncounted());
    private Instant now = Instant.EPOCH;

    LedgerWalk through(List<Statement> statements) {
        statements.forEach(this::take);
        return this;
    }

    private void take(Statement statement) {
        now = now.plusSeconds(1);
        if (ledger.apply(statement) instanceof Outcome.Corrected corrected) {
            corrections.add(new Correction(
                    statement.campaignId(), now, placement(corrected.from()), placement(corrected.to())));
        }
    }

    List<Correction> corrections(String campaignId) {
        return corrections.stream()
                .filter(correction -> correction.campaignId().equals(campaignId))
                .toList();
    }

    Collection<Standing> standings(String campaignId) {
        return standings.of(campaignId);
    }

    private static Placement placement(Standing standing) {
        return new Placement(
                standing.eventId(),
                standing.version(),
                standing.status(),
                standing.areaId(),
                standing.enrolledOn(),
                standing.source(),
                standing.recordedAt());
    }

    private static final class Uncounted implements Subtotals {

        @Override
        public void note(Cell cell, Segments segments, long recordedAt) {}

        @Override
        public void enter(Cell cell, Status status, Segments segments, long recordedAt) {}

        @Override
        public void leave(Cell cell, Status status, Segments segments) {}
    }
}
