/** Output that is redrawn in place: the full screen, and a progress line. */
@NullMarked
package io.muster.cli.terminal;

import org.jspecify.annotations.NullMarked;
