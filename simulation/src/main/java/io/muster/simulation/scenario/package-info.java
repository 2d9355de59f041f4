/**
 * The sample campaigns: two enrollment drives of Bac Giang province, generated from published figures and a seed. Start
 * with {@link io.muster.simulation.scenario.MakeSamples}.
 */
@NullMarked
package io.muster.simulation.scenario;

import org.jspecify.annotations.NullMarked;
