/** Second stage: adds up the cells of each campaign and publishes the rows that changed. */
@NullMarked
package io.muster.streams.topology.tally;

import org.jspecify.annotations.NullMarked;
