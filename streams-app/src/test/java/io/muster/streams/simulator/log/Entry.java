package io.muster.streams.simulator.log;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record in a partition.
 *
 * @param timestamp epoch milliseconds
 * @param transaction that wrote the record; null if none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or modified
public record Entry(
        long offset,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Headers headers,
        long timestamp,
        @Nullable Transaction transaction) {}
