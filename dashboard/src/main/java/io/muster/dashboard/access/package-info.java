/** Who may read. */
@NullMarked
package io.muster.dashboard.access;

import org.jspecify.annotations.NullMarked;
