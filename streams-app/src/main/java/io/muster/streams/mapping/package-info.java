/** Maps Kafka records and stored bytes to domain records and back. */
@NullMarked
package io.muster.streams.mapping;

import org.jspecify.annotations.NullMarked;
