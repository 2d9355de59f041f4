package io.muster.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the headings and the words of a file mean. */
interface Naming {

    /** Columns are called as their fields, and words mean what they say. */
    Naming BY_FIELD = column -> column;

    /** The field that a heading names, {@link Mapping#NOBODY}, or null where it is not known. */
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
