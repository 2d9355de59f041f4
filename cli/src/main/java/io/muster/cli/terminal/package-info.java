/** What commands show: output that is redrawn in place, and failures with messages for the user. */
@NullMarked
package io.muster.cli.terminal;

import org.jspecify.annotations.NullMarked;
