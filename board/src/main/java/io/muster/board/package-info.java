/** The read side in memory: the output and reference topics, read by a plain consumer into immutable boards. */
@NullMarked
package io.muster.board;

import org.jspecify.annotations.NullMarked;
