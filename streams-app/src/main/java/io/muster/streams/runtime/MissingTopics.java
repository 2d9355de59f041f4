package io.muster.streams.runtime;

import java.util.Collection;
import java.util.TreeSet;

/** What is said of topics that are not there, at the start and later. */
final class MissingTopics {

    private MissingTopics() {}

    static String message(Collection<String> topics, String applicationId) {
        return "The broker lacks the topics " + String.join(", ", new TreeSet<>(topics))
                + ". Create them: muster topics --application-id " + applicationId;
    }
}
