/** Checks from a broker's log segments that every committed transaction is complete. */
@NullMarked
package io.muster.e2e.chaos.tearing;

import org.jspecify.annotations.NullMarked;
