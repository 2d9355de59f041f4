package io.muster.intake.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which rows of a sheet were read although whoever looks at the sheet does not see them: hidden by hand, or by a filter. */
final class HiddenRows {

    private static final int NAMED = 5;

    private final List<Long> first = new ArrayList<>(NAMED);
    private long count;

    void see(boolean isHidden, long number) {
        if (isHidden) {
            count++;
            if (first.size() < NAMED) {
                first.add(number);
            }
        }
    }

    /** For whoever sent the file to look at; empty where every row is shown. */
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
                count > NAMED ? ", …" : ""));
    }
}
