/** The bulletin of a campaign as of any of its days, and the ways to print it. */
@NullMarked
package io.muster.dashboard.report;

import org.jspecify.annotations.NullMarked;
