package io.muster.domain.statement;

import org.jspecify.annotations.Nullable;

/**
 * The reason why a statement is not counted.
 *
 * @param reason the rule that it breaks
 * @param field the field that breaks the rule; null if the whole record does
 * @param value the value of the field; null if it is irrelevant or confidential
 * @param problem what is wrong, and what the value should be, e.g. "must not be blank"
 */
public record Rejection(
        Reason reason, @Nullable String field, @Nullable String value, String problem) {

    /** The rules that a statement can break. Their names are public: a header of the rejected record holds them. */
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

    /** A rejection of a whole record. */
    public Rejection(Reason reason, String problem) {
        this(reason, null, null, problem);
    }

    /** A rejection that names a field but not its value. */
    public static Rejection of(Reason reason, String field, String problem) {
        return new Rejection(reason, field, null, problem);
    }

    /** The field, its value and the problem, in one sentence. */
    public String detail() {
        if (field == null) {
            return problem;
        }
        return value == null ? field + " " + problem : field + " " + value + " " + problem;
    }
}
