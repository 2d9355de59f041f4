package io.muster.domain.ledger;

/**
 * What is odd about the winning statement of a participant, and its source.
 *
 * @param source of the winning statement
 */
public record OddSource(Oddity oddity, String source) {

    /** What is odd about a winning statement. Several oddities can apply to one statement. */
    public enum Oddity {
        /** The winning statement was {@linkplain RecordedAhead recorded ahead} of its arrival. */
        RECORDED_AHEAD,
        /** A statement that lost enrolls the participant in another area than the winning statement names. */
        CHANGED_ELSEWHERE
    }
}
