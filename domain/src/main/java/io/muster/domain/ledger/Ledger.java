package io.muster.domain.ledger;

import io.muster.domain.statement.Statement;

/**
 * A last-writer-wins register per participant and campaign: the statement with the highest (version, eventId) wins.
 * Merging is commutative, associative and idempotent, so the order and the repetition of statements do not matter.
 */
public final class Ledger {

    private static final Outcome FIRST = new Outcome.First();
    private static final Outcome DUPLICATE = new Outcome.Duplicate();
    private static final Outcome STALE = new Outcome.Stale();
    private static final Outcome UPDATED = new Outcome.Updated();

    private final Standings standings;
    private final Subtotals subtotals;

    public Ledger(Standings standings, Subtotals subtotals) {
        this.standings = standings;
        this.subtotals = subtotals;
    }

    /**
     * Counts a valid statement.
     *
     * @param receivedAt the timestamp of its record, epoch milliseconds
     */
    public Outcome apply(Statement s, long receivedAt) {
        Standing stated = Standing.of(s, receivedAt);
        Cell cell = new Cell(s.campaignId(), stated.areaId(), stated.enrolledOn());
        Standings.Place place = standings.placeOf(s.campaignId(), s.participantRef());
        Standing current = place.get();
        if (current == null) {
            place.put(stated);
            subtotals.enter(cell, stated);
            return FIRST;
        }
        Cell currentCell = new Cell(s.campaignId(), current.areaId(), current.enrolledOn());
        int order = stated.compareOrder(current);
        if (order > 0) {
            Standing winner = stated.beside(current);
            subtotals.leave(currentCell, current);
            place.put(winner);
            subtotals.enter(cell, winner);
            return current.isMovedOrRemovedBy(winner) ? new Outcome.Corrected(current, winner) : UPDATED;
        }
        subtotals.note(cell, stated.segments(), stated.recordedAt().toEpochMilli());
        Standing kept = current.beside(stated);
        if (!kept.equals(current)) {
            subtotals.leave(currentCell, current);
            place.put(kept);
            subtotals.enter(currentCell, kept);
        }
        if (order == 0) {
            return DUPLICATE;
        }
        return kept.contradicts(stated) ? new Outcome.Lost(stated, kept) : STALE;
    }
}
