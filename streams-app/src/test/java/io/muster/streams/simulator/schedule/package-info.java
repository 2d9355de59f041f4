/** What happens in a simulation, made from a seed, and made shorter where it shows a fault. */
@NullMarked
package io.muster.streams.simulator.schedule;

import org.jspecify.annotations.NullMarked;
