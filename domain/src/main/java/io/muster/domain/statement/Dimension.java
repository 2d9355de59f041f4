package io.muster.domain.statement;

import org.jspecify.annotations.Nullable;

/** A way to divide participants into segments. */
public enum Dimension {
    GENDER("gender"),
    AGE_BAND("ageBand"),
    OCCUPATION("occupation"),
    INCOME_BAND("incomeBand");

    private final String fieldName;

    Dimension(String fieldName) {
        this.fieldName = fieldName;
    }

    /** The name of this dimension in records and keys. */
    public String fieldName() {
        return fieldName;
    }

    /** The value of this dimension, or null if it is unknown. */
    public @Nullable String valueIn(Segments segments) {
        return switch (this) {
            case GENDER -> segments.gender().name();
            case AGE_BAND -> segments.ageBand();
            case OCCUPATION -> segments.occupation();
            case INCOME_BAND -> segments.incomeBand();
        };
    }
}
