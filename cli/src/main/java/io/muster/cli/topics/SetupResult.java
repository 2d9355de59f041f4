package io.muster.cli.topics;

import java.util.List;

/**
 * The state of one topic or subject after the setup.
 *
 * @param name the topic's or the subject's name
 * @param state what was found or done
 * @param detail its partitions or version, as text
 * @param differences what differs and how to fix it; empty if created or present
 */
public record SetupResult(String name, State state, String detail, List<String> differences) {

    /** Ordered by severity. */
    public enum State {
        /** It was missing and has been created. */
        CREATED,
        /** It exists as expected. */
        PRESENT,
        /** It differs from what was asked for, but the counts do not depend on that. */
        DIFFERS,
        /** It differs from what the counts need. */
        WRONG
    }

    public SetupResult {
        differences = List.copyOf(differences);
    }

    static SetupResult created(String name, String detail) {
        return new SetupResult(name, State.CREATED, detail, List.of());
    }
}
