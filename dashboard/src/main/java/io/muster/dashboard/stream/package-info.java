/** Server-sent events: pushes the changes of a campaign to its subscribers. */
@NullMarked
package io.muster.dashboard.stream;

import org.jspecify.annotations.NullMarked;
