/** The validated settings of the application, and the Kafka clients and properties made from them. */
@NullMarked
package io.muster.streams.config;

import org.jspecify.annotations.NullMarked;
