/** What reports find on a board: a campaign, its areas, the sums of its days. */
@NullMarked
package io.muster.report.counted;

import org.jspecify.annotations.NullMarked;
