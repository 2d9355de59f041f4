package io.muster.streams.runtime;

import java.util.Collection;
import java.util.TreeSet;

/** The message about missing topics. */
final class MissingTopics {

    private MissingTopics() {}

    static String message(Collection<String> topics, String applicationId) {
        return "The broker lacks the topics " + String.join(", ", new TreeSet<>(topics))
                + ". Create them: muster topics --application-id " + applicationId;
    }
}
