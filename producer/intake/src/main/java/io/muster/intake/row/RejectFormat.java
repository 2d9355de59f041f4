package io.muster.intake.row;

import io.muster.intake.text.RawText;
import java.io.IOException;
import java.io.OutputStream;

/** How refused lines are handed back, so that they can be repaired and sent again. */
public interface RejectFormat {

    /** NDJSON has no place for a reason: lines are handed back as they came. */
    RejectFormat AS_GIVEN = new RejectFormat() {
        @Override
        public void writeHeading(OutputStream out) {
            // there is none
        }

        @Override
        public void write(RawText line, String reason, OutputStream out) throws IOException {
            line.writeContentTo(out);
            line.writeLineEndTo(out);
        }
    };

    void writeHeading(OutputStream out) throws IOException;

    /** @param line as it stands in the file */
    void write(RawText line, String reason, OutputStream out) throws IOException;
}
