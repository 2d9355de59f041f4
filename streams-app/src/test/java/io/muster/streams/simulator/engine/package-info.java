/** Runs the processors of the topology step by step, as Kafka Streams does, over a simulated log. */
@NullMarked
package io.muster.streams.simulator.engine;

import org.jspecify.annotations.NullMarked;
