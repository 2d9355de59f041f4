/** Seeded enrollment traffic and the sample campaigns, each with its expected totals. */
@NullMarked
package io.muster.simulation;

import org.jspecify.annotations.NullMarked;
