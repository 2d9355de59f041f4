/** The settings of the application, right once they exist, and what follows from them for Kafka. */
@NullMarked
package io.muster.streams.config;

import org.jspecify.annotations.NullMarked;
