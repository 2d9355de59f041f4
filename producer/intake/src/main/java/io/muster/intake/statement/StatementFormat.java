package io.muster.intake.statement;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a file holds statements. */
public enum StatementFormat {
    /** One line of headings, then one statement per line, separated by comma, semicolon or tab. */
    CSV,
    /** One JSON object per line. */
    NDJSON;

    /** The format that the name of a file promises, or null. */
    static @Nullable StatementFormat byName(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return CSV;
        }
        return name.endsWith(".ndjson") || name.endsWith(".jsonl") ? NDJSON : null;
    }
}
