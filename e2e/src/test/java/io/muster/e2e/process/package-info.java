/** Runs the packaged distribution in child processes, as its users do. */
@NullMarked
package io.muster.e2e.process;

import org.jspecify.annotations.NullMarked;
