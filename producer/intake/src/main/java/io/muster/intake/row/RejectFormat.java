package io.muster.intake.row;

import io.muster.intake.text.RawText;
import io.muster.intake.text.TextEncoding;
import java.io.IOException;
import java.io.OutputStream;

/** Writes rejected lines, so that they can be corrected and sent again. */
public interface RejectFormat {

    /**
     * The format for NDJSON, which has no place for a reason: lines are written unchanged. UTF-16 needs a byte order
     * mark; without it, a file whose first line does not start with an ASCII character would be read as UTF-8.
     */
    static RejectFormat asGiven(TextEncoding encoding) {
        boolean needsMark = encoding == TextEncoding.UTF_16LE || encoding == TextEncoding.UTF_16BE;
        return new RejectFormat() {
            @Override
            public void writeHeading(OutputStream out) throws IOException {
                if (needsMark) {
                    out.write(encoding.encode("\uFEFF"));
                }
            }

            @Override
            public void write(RawText line, String reason, OutputStream out) throws IOException {
                line.writeContentTo(out);
                line.writeLineEndTo(out);
            }
        };
    }

    void writeHeading(OutputStream out) throws IOException;

    /** @param line as written in the file */
    void write(RawText line, String reason, OutputStream out) throws IOException;
}
