package io.muster.streams.topology.stage;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How a stage flushes its dirty state.
 *
 * @param pacers gives the pacer of the calling stream thread
 * @param checkEvery how often each task checks whether a flush is due
 * @param longestWait how long a flush may wait until the task has processed all records that have arrived. Records that
 *     come in bursts are then flushed together; 0 for records that come in a steady stream
 * @param uncommitted of the stage
 */
public record FlushPolicy(
        Supplier<FlushPacer> pacers, Duration checkEvery, Duration longestWait, UncommittedCount uncommitted) {}
