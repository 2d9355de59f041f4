package io.muster.dashboard.access;

/** What becomes of a request. */
public sealed interface Decision {

    /** It may be answered. */
    record Admitted() implements Decision {}

    /** It shows nothing that admits it. */
    record Refused() implements Decision {}

    /**
     * What it shows is not looked at, as too much of it came before.
     *
     * @param seconds after which it may be sent again
     */
    record Postponed(long seconds) implements Decision {}
}
