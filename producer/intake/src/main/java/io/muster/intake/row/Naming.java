package io.muster.intake.row;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps headings and words of a file to fields and values of the contract. */
public interface Naming {

    /** The field of a column that is deliberately ignored. */
    String IGNORED = "-";

    /** Columns have the names of their fields, and words are taken as written. */
    Naming BY_FIELD = column -> column;

    /** The field of a heading, {@link #IGNORED}, or null if unknown. */
    @Nullable
    String fieldOf(String heading);

    /** The value in the words of the contract. */
    default String meaning(String field, String value) {
        return value;
    }

    /** Fields with the same value in every line. */
    default Map<String, String> constants() {
        return Map.of();
    }
}
