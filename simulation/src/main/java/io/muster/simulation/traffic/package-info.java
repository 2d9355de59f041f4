/**
 * Seeded enrollment traffic of any volume, with expected totals. A {@link io.muster.simulation.traffic.TrafficPlan}
 * sets the volume, {@link io.muster.simulation.traffic.TrafficReferences} are the records to publish first, and {@link
 * io.muster.simulation.traffic.Traffic} generates the statements.
 */
@NullMarked
package io.muster.simulation.traffic;

import org.jspecify.annotations.NullMarked;
