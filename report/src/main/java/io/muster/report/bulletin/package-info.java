/** The bulletin of a campaign as of any of its days, as a model without layout. */
@NullMarked
package io.muster.report.bulletin;

import org.jspecify.annotations.NullMarked;
