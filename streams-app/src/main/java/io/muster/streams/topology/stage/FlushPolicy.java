package io.muster.streams.topology.stage;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How a stage flushes its dirty state.
 *
 * @param pacers gives the pacer of the calling stream thread
 * @param checkEvery how often each task checks whether a flush is due
 * @param uncommitted of the stage
 */
public record FlushPolicy(Supplier<FlushPacer> pacers, Duration checkEvery, UncommittedCount uncommitted) {}
