package io.muster.domain.statement;

import io.muster.domain.CanonicalForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The segments that a participant belongs to. Unknown values are null and are not counted in any segment. */
public record Segments(
        Gender gender,
        @Nullable String ageBand,
        @Nullable String occupation,
        @Nullable String incomeBand) {

    /** All values unknown. */
    public static final Segments NONE = new Segments(Gender.UNDISCLOSED, null, null, null);

    /**
     * The same values in {@linkplain CanonicalForm canonical form}, so that a value is one segment however it is
     * encoded. Blank values become unknown.
     */
    public Segments canonical() {
        return new Segments(
                gender,
                CanonicalForm.ofNullable(ageBand),
                CanonicalForm.ofNullable(occupation),
                CanonicalForm.ofNullable(incomeBand));
    }

    /** The known segments, in the order of the dimensions. */
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
