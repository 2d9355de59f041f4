package io.muster.domain.ledger;

/**
 * What is odd about a participant's winning statement, and who stated it.
 *
 * @param source of the winning statement
 */
public record OddSource(Oddity oddity, String source) {

    /** What is odd. A participant may be odd in more than one way. */
    public enum Oddity {
        /** The winning statement was {@linkplain RecordedAhead recorded ahead} of its arrival. */
        RECORDED_AHEAD,
        /** Another statement, which it won over, enrolls the participant in an area that the winning one does not name. */
        CHANGED_ELSEWHERE
    }
}
