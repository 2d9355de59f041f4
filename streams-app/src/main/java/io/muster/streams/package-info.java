/** The Kafka Streams application that keeps the counts. */
@NullMarked
package io.muster.streams;

import org.jspecify.annotations.NullMarked;
