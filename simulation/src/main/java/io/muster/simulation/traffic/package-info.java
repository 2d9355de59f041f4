/**
 * Seeded field traffic of any volume, with the totals to expect: a {@link io.muster.simulation.traffic.TrafficPlan} says how much,
 * {@link io.muster.simulation.traffic.TrafficReferences} are the records to publish first, and
 * {@link io.muster.simulation.traffic.Traffic} yields the statements.
 */
@NullMarked
package io.muster.simulation.traffic;

import org.jspecify.annotations.NullMarked;
