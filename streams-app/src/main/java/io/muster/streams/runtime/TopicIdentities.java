package io.muster.streams.runtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.Uuid;

/**
 * Which topics were deleted and made anew since they were first seen. A reader that stands in the old topic may go on in the new one at the
 * same offset, and then misses what is before it without a sign.
 */
final class TopicIdentities {

    private final Map<String, Uuid> first = new HashMap<>();

    /** What is said of topics that were made anew. */
    static String message(Collection<String> topics) {
        return "Made anew while this instance ran, so that what it knows of them is of before: "
                + String.join(", ", new TreeSet<>(topics)) + ". Start it again to read them from their beginning";
    }

    /**
     * Looks at the topics that there are.
     *
     * @param now the id of each topic, by name; a topic that is missing may come again with its id
     * @return those that have another id than when they were first seen, in the order of their names
     */
    Set<String> madeAnew(Map<String, Uuid> now) {
        Set<String> others = new TreeSet<>();
        now.forEach((name, id) -> {
            if (!first.computeIfAbsent(name, unseen -> id).equals(id)) {
                others.add(name);
            }
        });
        return others;
    }
}
