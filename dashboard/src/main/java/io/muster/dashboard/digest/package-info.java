/** Digests, for tags and names of contents. */
@NullMarked
package io.muster.dashboard.digest;

import org.jspecify.annotations.NullMarked;
