/** The {@code ./muster} commands. */
@NullMarked
package io.muster.cli;

import org.jspecify.annotations.NullMarked;
