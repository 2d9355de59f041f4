/** A log with partitions, transactions and committed offsets, in memory: as much of a Kafka broker as exactly-once depends on. */
@NullMarked
package io.muster.streams.simulator.log;

import org.jspecify.annotations.NullMarked;
