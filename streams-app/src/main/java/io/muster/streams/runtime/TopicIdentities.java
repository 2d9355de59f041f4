package io.muster.streams.runtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.Uuid;

/**
 * Detects topics that were deleted and created again. A consumer may continue in the new topic at its old offset and
 * silently skip the records before it.
 */
final class TopicIdentities {

    private final Map<String, Uuid> first = new HashMap<>();

    /** The message about recreated topics. */
    static String message(Collection<String> topics) {
        return "Topics were deleted and created again while this instance ran: "
                + String.join(", ", new TreeSet<>(topics))
                + ". Restart the instance, so that it reads them from the beginning";
    }

    /**
     * Compares the topics with those of earlier calls.
     *
     * @param now the id of each existing topic, by name; a missing topic may come back with its old id
     * @return the topics whose id differs from the first one seen, in alphabetical order
     */
    Set<String> recreated(Map<String, Uuid> now) {
        Set<String> others = new TreeSet<>();
        now.forEach((name, id) -> {
            if (!first.computeIfAbsent(name, unseen -> id).equals(id)) {
                others.add(name);
            }
        });
        return others;
    }
}
