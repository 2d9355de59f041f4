package io.muster.http;

import org.jspecify.annotations.Nullable;

/**
 * The result of a health probe.
 *
 * @param ok whether the service is healthy
 * @param state the state of the service, in one word
 * @param problem what is wrong, for operators; null if the state says enough
 */
public record Health(boolean ok, String state, @Nullable String problem) {

    public Health(boolean ok, String state) {
        this(ok, state, null);
    }
}
