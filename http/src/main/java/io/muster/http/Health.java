package io.muster.http;

import org.jspecify.annotations.Nullable;

/**
 * What a probe is told.
 *
 * @param ok whether all is well
 * @param state in which state the service is, in one word
 * @param problem what is in the way, for people; null where the state says it
 */
public record Health(boolean ok, String state, @Nullable String problem) {

    public Health(boolean ok, String state) {
        this(ok, state, null);
    }
}
