/**
 * Runs the pipeline deterministically from a seed, in one thread, with simulated time, brokers and faults, and compares
 * all outputs with the oracle. See docs/simulator.md.
 */
@NullMarked
package io.muster.streams.simulator;

import org.jspecify.annotations.NullMarked;
