/** Statements and reference records from the files that people keep. */
@NullMarked
package io.muster.intake;

import org.jspecify.annotations.NullMarked;
