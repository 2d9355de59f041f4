package io.muster.intake.statement;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Format of a text file with statements. */
public enum StatementFormat {
    /** A heading line, then one statement per line, separated by comma, semicolon or tab. */
    CSV,
    /** One JSON object per line. */
    NDJSON;

    /** The format of a file name extension, or null. */
    static @Nullable StatementFormat byName(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return CSV;
        }
        return name.endsWith(".ndjson") || name.endsWith(".jsonl") ? NDJSON : null;
    }
}
