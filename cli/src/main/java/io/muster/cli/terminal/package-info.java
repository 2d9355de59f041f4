/** A part of the terminal that is drawn again and again. */
@NullMarked
package io.muster.cli.terminal;

import org.jspecify.annotations.NullMarked;
