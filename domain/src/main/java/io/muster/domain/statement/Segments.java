package io.muster.domain.statement;

import io.muster.domain.CanonicalForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The segments a participant belongs to; what is not known is null, and counted in no segment. */
public record Segments(
        Gender gender,
        @Nullable String ageBand,
        @Nullable String occupation,
        @Nullable String incomeBand) {

    /** Nothing known. */
    public static final Segments NONE = new Segments(Gender.UNDISCLOSED, null, null, null);

    /** Each in its {@linkplain CanonicalForm one form}, so that a value is one segment however it is written; what is blank is not known. */
    public Segments canonical() {
        return new Segments(
                gender,
                CanonicalForm.ofNullable(ageBand),
                CanonicalForm.ofNullable(occupation),
                CanonicalForm.ofNullable(incomeBand));
    }

    /** The segments that are known, in the order of the dimensions. */
    public List<Segment> known() {
        List<Segment> known = new ArrayList<>(Dimension.values().length);
        for (Dimension dimension : Dimension.values()) {
            String value = dimension.valueIn(this);
            if (value != null) {
                known.add(new Segment(dimension, value));
            }
        }
        return known;
    }
}
