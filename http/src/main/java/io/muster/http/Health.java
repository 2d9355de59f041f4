package io.muster.http;

/**
 * What a probe is told.
 *
 * @param ok whether all is well
 * @param state in which state the service is, in one word
 */
public record Health(boolean ok, String state) {}
