/**
 * Runs the pipeline by a seed, in one thread, with simulated time, brokers and faults, and compares all that is published with the oracle. See
 * docs/simulator.md.
 */
@NullMarked
package io.muster.streams.simulator;

import org.jspecify.annotations.NullMarked;
