package io.muster.cli.remove;

import io.muster.cli.failure.CommandFailedException;
import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What is said of an id that nobody has defined. */
final class UnknownIds {

    private UnknownIds() {}

    /**
     * @param what as in "area"
     * @param known those that there are
     */
    static CommandFailedException unknown(String what, String id, Collection<String> known) {
        String nearest = known.stream()
                .min(Comparator.comparing((String each) ->
                                LevenshteinDistance.getDefaultInstance().apply(id, each))
                        .thenComparing(Comparator.naturalOrder()))
                .map(each -> "the nearest is " + each)
                .orElse("there is none at all");
        return new CommandFailedException("nothing was removed: there is no " + what + " " + id + "; " + nearest);
    }
}
