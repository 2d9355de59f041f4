/** Statements from the files that offices keep, and from JSON. */
@NullMarked
package io.muster.intake.statement;

import org.jspecify.annotations.NullMarked;
