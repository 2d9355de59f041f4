/** Server-sent events: what changed, to whoever follows a campaign. */
@NullMarked
package io.muster.dashboard.stream;

import org.jspecify.annotations.NullMarked;
