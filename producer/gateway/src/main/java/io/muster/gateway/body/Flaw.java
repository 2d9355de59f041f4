package io.muster.gateway.body;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a record.
 *
 * @param field null where the whole record is meant
 * @param problem what is wrong, e.g. "is not a date"
 * @param remedy what to do about it
 */
public record Flaw(@Nullable String field, String problem, String remedy) {}
