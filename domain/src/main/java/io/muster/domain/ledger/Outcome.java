package io.muster.domain.ledger;

/** How a statement changed the ledger. */
public sealed interface Outcome {

    /** The first statement about the participant in the campaign. */
    record First() implements Outcome {}

    /** The statement is the winning statement already: a retransmission. */
    record Duplicate() implements Outcome {}

    /** The winning statement outranks this one, and counts the participant in the same way. */
    record Stale() implements Outcome {}

    /**
     * The winning statement outranks this one, although this one arrived later, and counts the participant differently:
     * in another area, on another day, or only one of the two counts the participant at all.
     */
    record Lost(Standing lost, Standing standing) implements Outcome {}

    /**
     * The statement won, and moved or removed no participant who was counted. For example, the participant enrolled
     * after a withdrawal, withdrew again, or changed segments.
     */
    record Updated() implements Outcome {}

    /** The statement won, and moved or removed a participant who was counted. */
    record Corrected(Standing from, Standing to) implements Outcome {}
}
