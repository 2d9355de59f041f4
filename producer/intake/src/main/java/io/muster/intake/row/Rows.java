package io.muster.intake.row;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a file. */
public interface Rows extends Closeable {

    /** The next non-blank row, or null at the end. */
    @Nullable
    InputRow next() throws IOException;

    /** The heading; null if each line names its own fields. */
    @Nullable
    Heading heading();

    /** Names of columns or fields that are not read, as far as seen. */
    default Set<String> ignored() {
        Heading heading = heading();
        return heading == null ? Set.of() : heading.unread(field -> true);
    }

    /** Assumptions made while reading, for the sender of the file to check. */
    List<String> notes();

    /** How rejected lines of this file are written. */
    RejectFormat rejectFormat();
}
