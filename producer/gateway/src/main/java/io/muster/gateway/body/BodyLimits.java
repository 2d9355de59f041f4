package io.muster.gateway.body;

import java.time.Duration;

/**
 * What one request may bring.
 *
 * @param maxBytes of its body, as sent and unpacked
 * @param maxRecords statements in it
 * @param within how long its body may take to arrive
 */
public record BodyLimits(int maxBytes, int maxRecords, Duration within) {

    /** The longest single statement, in bytes: many times what a statement with all fields takes. */
    public static final int MAX_RECORD_BYTES = 16 * 1024;
}
