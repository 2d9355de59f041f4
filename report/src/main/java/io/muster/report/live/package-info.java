/** What is looked at in a terminal while a campaign runs. */
@NullMarked
package io.muster.report.live;

import org.jspecify.annotations.NullMarked;
