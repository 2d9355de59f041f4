package io.muster.domain.statement;

import org.jspecify.annotations.Nullable;

/**
 * Why a statement is not counted.
 *
 * @param reason the rule it breaks
 * @param field which field breaks it; null where the whole record does
 * @param value what the field says; null where that does not matter or is nobody's business
 * @param problem what is wrong and what it should be, e.g. "must not be blank"
 */
public record Rejection(
        Reason reason, @Nullable String field, @Nullable String value, String problem) {

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
        FIELD_TOO_LONG,
        YEAR_OUT_OF_RANGE,
        VERSION_AHEAD_OF_RECORDED_AT,
        NUMERIC_PARTICIPANT_REF
    }

    /** Of a whole record. */
    public Rejection(Reason reason, String problem) {
        this(reason, null, null, problem);
    }

    /** Of a field whose value does not matter. */
    public static Rejection of(Reason reason, String field, String problem) {
        return new Rejection(reason, field, null, problem);
    }

    /** All of it in one sentence: the field, its value, and what is wrong. */
    public String detail() {
        if (field == null) {
            return problem;
        }
        return value == null ? field + " " + problem : field + " " + value + " " + problem;
    }
}
