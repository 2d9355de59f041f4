/** Measures against a target: attainment and ranks. */
@NullMarked
package io.muster.domain.plan;

import org.jspecify.annotations.NullMarked;
