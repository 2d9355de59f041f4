package io.muster.cli.remove;

import io.muster.cli.terminal.CommandFailedException;
import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The error for an undefined id. It names the nearest defined one. */
final class UnknownIds {

    private UnknownIds() {}

    /**
     * @param what kind of id, e.g. "area"
     * @param known the defined ids
     */
    static <T extends Comparable<T>> CommandFailedException unknown(String what, T id, Collection<T> known) {
        String nearest = known.stream()
                .min(Comparator.comparing((T each) ->
                                LevenshteinDistance.getDefaultInstance().apply(id.toString(), each.toString()))
                        .thenComparing(Comparator.naturalOrder()))
                .map(each -> "the nearest is " + each)
                .orElse("none is defined");
        return new CommandFailedException("nothing was removed: there is no " + what + " " + id + "; " + nearest);
    }
}
