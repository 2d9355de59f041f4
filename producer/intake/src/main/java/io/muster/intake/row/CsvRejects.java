package io.muster.intake.row;

import io.muster.domain.SpreadsheetText;
import io.muster.intake.text.RawText;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes rejected lines as CSV. The reason is the first column, because a line with missing values or an unclosed
 * quote would misplace a later one. Formulas are escaped, because the file is opened in spreadsheets.
 */
final class CsvRejects implements RejectFormat {

    private static final String REASON = "reason";

    private final RawText heading;
    private final char separator;

    /** @param heading the heading line as written in the file */
    CsvRejects(RawText heading, char separator) {
        this.heading = heading;
        this.separator = separator;
    }

    @Override
    public void writeHeading(OutputStream out) throws IOException {
        heading.writeBomTo(out);
        out.write(heading.encoding().encode(REASON + separator));
        heading.writeTo(out, this::escaped);
        heading.writeLineEndTo(out);
    }

    @Override
    public void write(RawText line, String reason, OutputStream out) throws IOException {
        out.write(line.encoding().encode(quoted(SpreadsheetText.escape(reason)) + separator));
        line.writeTo(out, this::escaped);
        line.writeLineEndTo(out);
    }

    private String escaped(String text) {
        return SpreadsheetText.escapeLine(text, separator);
    }

    static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
