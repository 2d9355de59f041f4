/** The read side: a plain consumer folds the output and reference topics into immutable boards in memory. */
@NullMarked
package io.muster.board;

import org.jspecify.annotations.NullMarked;
