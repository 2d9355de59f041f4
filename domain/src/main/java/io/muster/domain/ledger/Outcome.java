package io.muster.domain.ledger;

/** What a statement changed. */
public sealed interface Outcome {

    /** The first statement about the participant in the campaign. */
    record First() implements Outcome {}

    /** The statement stands already: a retransmission. */
    record Duplicate() implements Outcome {}

    /** A later statement stands already, by which the participant is counted as by this one, or not at all. */
    record Stale() implements Outcome {}

    /**
     * A later statement stands already, by which the participant is counted elsewhere, or is not, or is though this one withdraws. The
     * statement lost though it arrived later.
     */
    record Lost(Standing lost, Standing standing) implements Outcome {}

    /** It replaced another, and nobody who was counted moved or went: re-enrolled, or withdrawn again, or other segments. */
    record Updated() implements Outcome {}

    /** It moved or removed a participant who was counted. */
    record Corrected(Standing from, Standing to) implements Outcome {}
}
