package io.muster.gateway.body;

import org.jspecify.annotations.Nullable;

/**
 * A problem of a record.
 *
 * @param field null for the whole record
 * @param problem what is wrong, e.g. "is not a date"
 * @param remedy what to do about it
 */
public record RecordProblem(@Nullable String field, String problem, String remedy) {}
