package io.muster.domain.statement;

/**
 * Why a statement is not counted.
 *
 * @param reason the rule it breaks
 * @param detail which field, its value, and what it should be
 */
public record Rejection(Reason reason, String detail) {

    /** The rules that a statement can break; the names are public, in the header of a rejected record. */
    public enum Reason {
        UNDECODABLE,
        NO_VALUE,
        INVALID_ID,
        UNKNOWN_STATUS,
        KEY_MISMATCH,
        ENROLLED_ON_FAR_FROM_ENROLLED_AT,
        ENROLLED_AT_AFTER_RECORDED_AT,
        RECORDED_AT_IN_THE_FUTURE,
        FIELD_TOO_LONG
    }
}
