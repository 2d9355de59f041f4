/** Options shared by several commands, and the sources of their values. */
@NullMarked
package io.muster.cli.options;

import org.jspecify.annotations.NullMarked;
