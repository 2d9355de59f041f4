package io.muster.streams.topology;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * How a stage hands on what changed.
 *
 * @param pacers gives the pacer of the stream thread that asks
 * @param checkEvery how often each task looks whether a round is due
 * @param backlog of the stage
 */
public record Rounds(Supplier<RoundPacer> pacers, Duration checkEvery, Backlog backlog) {}
