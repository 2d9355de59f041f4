/** Which areas need attention, and since when. Alerts are a function of the counts, the plan and the as-of clock. */
@NullMarked
package io.muster.domain.alert;

import org.jspecify.annotations.NullMarked;
