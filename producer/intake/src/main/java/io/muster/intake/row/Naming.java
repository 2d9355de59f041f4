package io.muster.intake.row;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the headings and the words of a file mean. */
public interface Naming {

    /** The field of a column that nobody reads, on purpose. */
    String NOBODY = "-";

    /** Columns are called as their fields, and words mean what they say. */
    Naming BY_FIELD = column -> column;

    /** The field that a heading names, {@link #NOBODY}, or null where it is not known. */
    @Nullable
    String fieldOf(String heading);

    /** What a value says, in the words of the contract. */
    default String meaning(String field, String value) {
        return value;
    }

    /** Fields with the same value in every line. */
    default Map<String, String> constants() {
        return Map.of();
    }
}
