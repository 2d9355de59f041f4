package io.muster.intake.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts rows of a sheet that were read although they are hidden, by hand or by a filter. */
final class HiddenRows {

    private static final int MAX_LISTED = 5;

    private final List<Long> first = new ArrayList<>(MAX_LISTED);
    private long count;

    void add(boolean isHidden, long number) {
        if (isHidden) {
            count++;
            if (first.size() < MAX_LISTED) {
                first.add(number);
            }
        }
    }

    /** A note for the sender of the file; empty if no row is hidden. */
    Optional<String> note() {
        if (count == 0) {
            return Optional.empty();
        }
        String rows = first.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Optional.of(String.format(
                Locale.ROOT,
                "%,d %s hidden in the sheet, by hand or by a filter, and read like the others: line %s%s; delete what"
                        + " should not be sent",
                count,
                count == 1 ? "row is" : "rows are",
                rows,
                count > MAX_LISTED ? ", …" : ""));
    }
}
