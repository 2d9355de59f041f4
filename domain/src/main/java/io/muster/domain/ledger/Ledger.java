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

    /** Counts a valid statement. */
    public Outcome apply(Statement s) {
        Standing stated = Standing.of(s);
        Cell cell = new Cell(s.campaignId(), stated.areaId(), stated.enrolledOn());
        long recordedAt = stated.recordedAt().toEpochMilli();

        Standings.Place place = standings.placeOf(s.campaignId(), s.participantRef());
        Standing standing = place.get();
        if (standing != null) {
            int order = stated.compareOrder(standing);
            if (order <= 0) {
                subtotals.note(cell, stated.segments(), recordedAt);
                return order == 0 ? DUPLICATE : STALE;
            }
            subtotals.leave(
                    new Cell(s.campaignId(), standing.areaId(), standing.enrolledOn()),
                    standing.status(),
                    standing.segments());
        }
        place.put(stated);
        subtotals.enter(cell, stated.status(), stated.segments(), recordedAt);
        if (standing == null) {
            return FIRST;
        }
        return standing.isMovedOrRemovedBy(stated) ? new Outcome.Corrected(standing, stated) : UPDATED;
    }
}
