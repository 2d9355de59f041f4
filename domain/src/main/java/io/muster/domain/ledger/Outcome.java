package io.muster.domain.ledger;

/** What a statement changed. */
public sealed interface Outcome {

    /** The first statement about the participant in the campaign. */
    record First() implements Outcome {}

    /** The statement stands already: a retransmission. */
    record Duplicate() implements Outcome {}

    /** A later statement stands already, and counts the participant the same way. */
    record Stale() implements Outcome {}

    /**
     * A later statement stands already, and counts the participant differently: in another area, on another day, or only one of the two
     * counts the participant at all. This one lost though it arrived later.
     */
    record Lost(Standing lost, Standing standing) implements Outcome {}

    /** It replaced another, and nobody who was counted moved or went: re-enrolled, or withdrawn again, or other segments. */
    record Updated() implements Outcome {}

    /** It moved or removed a participant who was counted. */
    record Corrected(Standing from, Standing to) implements Outcome {}
}
