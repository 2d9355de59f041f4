package io.muster.gateway.body;

import java.time.Duration;

/**
 * Limits of one request.
 *
 * @param maxBytes size of the body, compressed and decompressed
 * @param maxRecords number of statements
 * @param within timeout for receiving the body
 */
public record BodyLimits(int maxBytes, int maxRecords, Duration within) {

    /** Maximum size of one statement in bytes: many times the size of a statement with all fields. */
    public static final int MAX_RECORD_BYTES = 16 * 1024;
}
