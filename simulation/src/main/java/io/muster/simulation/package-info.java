/** Seeded field traffic and the sample drives, each with the totals to expect. */
@NullMarked
package io.muster.simulation;

import org.jspecify.annotations.NullMarked;
