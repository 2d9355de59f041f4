package io.muster.contract.reading;

import java.util.Collection;
import java.util.List;

/** Required topics do not exist. The message names them and the command that creates them. */
public final class MissingTopicsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param brokers the bootstrap servers, for the message */
    public MissingTopicsException(Collection<String> topics, String brokers) {
        super(words(topics.stream().sorted().toList()) + " (asked: " + brokers + ")");
    }

    private static String words(List<String> topics) {
        return topics.size() == 1
                ? "the topic " + topics.get(0) + " is missing; create it with: muster topics"
                : "the topics " + String.join(", ", topics) + " are missing; create them with: muster topics";
    }
}
