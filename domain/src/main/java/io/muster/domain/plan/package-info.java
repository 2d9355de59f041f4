/** Progress against target and plan: attainment, pace, projections and ranks. */
@NullMarked
package io.muster.domain.plan;

import org.jspecify.annotations.NullMarked;
