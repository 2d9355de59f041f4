/**
 * The sample drives: two enrollment drives of Bac Giang province, made from the figures that were published and a seed. Start with
 * {@link io.muster.simulation.scenario.MakeSamples}.
 */
@NullMarked
package io.muster.simulation.scenario;

import org.jspecify.annotations.NullMarked;
