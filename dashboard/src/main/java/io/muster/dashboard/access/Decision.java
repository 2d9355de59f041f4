package io.muster.dashboard.access;

/** Result of the authentication of a request. */
public sealed interface Decision {

    /** The request is authenticated. */
    record Admitted() implements Decision {}

    /** Credentials are missing or wrong. */
    record Refused() implements Decision {}

    /**
     * Too many attempts: the credentials were not checked.
     *
     * @param seconds delay before a retry
     */
    record Postponed(long seconds) implements Decision {}
}
