/**
 * An in-memory log with partitions, transactions and committed offsets: the parts of a Kafka broker that exactly-once
 * depends on.
 */
@NullMarked
package io.muster.streams.simulator.log;

import org.jspecify.annotations.NullMarked;
