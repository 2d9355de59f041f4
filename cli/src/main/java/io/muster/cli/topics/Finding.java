package io.muster.cli.topics;

import java.util.List;

/**
 * What became of one topic or one subject.
 *
 * @param name the topic's or the subject's name
 * @param state what was found or done
 * @param detail what is there now, for people
 * @param differences what is not as expected and what to do about it; empty unless the state says so
 */
public record Finding(String name, State state, String detail, List<String> differences) {

    /** From harmless to what needs a hand. */
    public enum State {
        /** It was missing and is there now. */
        CREATED,
        /** It was there as expected. */
        PRESENT,
        /** It was there and is not as expected, but the counts do not depend on it. */
        DIFFERS,
        /** It was there and is not as the counts need it. */
        WRONG
    }

    public Finding {
        differences = List.copyOf(differences);
    }

    static Finding created(String name, String detail) {
        return new Finding(name, State.CREATED, detail, List.of());
    }
}
