/** The packaged distribution in processes of its own, as its users run it. */
@NullMarked
package io.muster.e2e.process;

import org.jspecify.annotations.NullMarked;
