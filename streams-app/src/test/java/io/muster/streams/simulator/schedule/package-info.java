/** Schedules of simulations: generated from a seed, and shrunk if they show a fault. */
@NullMarked
package io.muster.streams.simulator.schedule;

import org.jspecify.annotations.NullMarked;
