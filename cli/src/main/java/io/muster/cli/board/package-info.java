/** The commands that show what is published: {@code report} and {@code watch}. */
@NullMarked
package io.muster.cli.board;

import org.jspecify.annotations.NullMarked;
