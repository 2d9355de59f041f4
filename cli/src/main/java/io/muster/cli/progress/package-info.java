/** Shows that a command is at work. */
@NullMarked
package io.muster.cli.progress;

import org.jspecify.annotations.NullMarked;
