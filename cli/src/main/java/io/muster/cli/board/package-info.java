/** The commands that show published rows: {@code watch}, {@code report} and {@code explain}. */
@NullMarked
package io.muster.cli.board;

import org.jspecify.annotations.NullMarked;
