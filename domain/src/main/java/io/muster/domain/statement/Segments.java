package io.muster.domain.statement;

import org.jspecify.annotations.Nullable;

/** The segments a participant belongs to; what is not known is null, and counted in no segment. */
public record Segments(
        Gender gender,
        @Nullable String ageBand,
        @Nullable String occupation,
        @Nullable String incomeBand) {

    /** Nothing known. */
    public static final Segments NONE = new Segments(Gender.UNDISCLOSED, null, null, null);
}
