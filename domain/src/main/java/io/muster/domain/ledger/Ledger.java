package io.muster.domain.ledger;

import io.muster.domain.statement.Statement;

/**
 * A last-writer-wins register per participant and campaign: the highest (version, eventId) stands. Merging is commutative,
 * associative and idempotent, so order and repetition of statements cannot matter.
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
        Standing standing = place.get();
        if (standing == null) {
            place.put(stated);
            subtotals.enter(cell, stated);
            return FIRST;
        }
        Cell standingCell = new Cell(s.campaignId(), standing.areaId(), standing.enrolledOn());
        int order = stated.compareOrder(standing);
        if (order > 0) {
            Standing winner = stated.beside(standing);
            subtotals.leave(standingCell, standing);
            place.put(winner);
            subtotals.enter(cell, winner);
            return standing.isMovedOrRemovedBy(winner) ? new Outcome.Corrected(standing, winner) : UPDATED;
        }
        subtotals.note(cell, stated.segments(), stated.recordedAt().toEpochMilli());
        Standing kept = standing.beside(stated);
        if (!kept.equals(standing)) {
            subtotals.leave(standingCell, standing);
            place.put(kept);
            subtotals.enter(standingCell, kept);
        }
        if (order == 0) {
            return DUPLICATE;
        }
        return kept.contradicts(stated) ? new Outcome.Lost(stated, kept) : STALE;
    }
}
