package io.muster.intake;

import java.io.IOException;
import java.io.OutputStream;

/** How refused lines are handed back, so that they can be repaired and sent again. */
interface RejectFormat {

    /** NDJSON has no place for a reason: lines are handed back as they came. */
    RejectFormat AS_GIVEN = new RejectFormat() {
        @Override
        public void writeHeading(OutputStream out) {
            // there is none
        }

        @Override
        public void write(BadLine line, OutputStream out) throws IOException {
            line.original().writeContentTo(out);
            line.original().writeLineEndTo(out);
        }
    };

    void writeHeading(OutputStream out) throws IOException;

    void write(BadLine line, OutputStream out) throws IOException;
}
