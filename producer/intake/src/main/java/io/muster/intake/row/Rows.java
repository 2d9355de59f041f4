package io.muster.intake.row;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of a file, one after the other. */
public interface Rows extends Closeable {

    /** The next line that is not blank, or null at the end. */
    @Nullable
    Row next() throws IOException;

    /** What the columns are; null where each line names its own fields. */
    @Nullable
    Heading heading();

    /** The names of columns or fields that nobody reads, as far as they were seen. */
    default Set<String> ignored() {
        Heading heading = heading();
        return heading == null ? Set.of() : heading.unread(field -> true);
    }

    /** What was taken for granted on reading, for whoever sent the file to look at. */
    List<String> notes();

    /** Says how this file shows a refused line. */
    RejectFormat rejectFormat();
}
