package io.muster.intake.row;

import io.muster.intake.text.RawText;
import io.muster.intake.text.TextEncoding;
import java.io.IOException;
import java.io.OutputStream;

/** How refused lines are handed back, so that they can be repaired and sent again. */
public interface RejectFormat {

    /**
     * NDJSON has no place for a reason: lines are written as they came. In UTF-16 a byte order mark comes first. Without it, a file whose first
     * line does not begin with an ASCII letter would be read as UTF-8.
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

    /** @param line as it stands in the file */
    void write(RawText line, String reason, OutputStream out) throws IOException;
}
