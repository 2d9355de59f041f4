/** Runs the processors of the topology as Kafka Streams does, over a simulated log, one step at a time. */
@NullMarked
package io.muster.streams.simulator.engine;

import org.jspecify.annotations.NullMarked;
