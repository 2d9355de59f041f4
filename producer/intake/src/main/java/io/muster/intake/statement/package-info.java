/** Reads statements from office files and from JSON. */
@NullMarked
package io.muster.intake.statement;

import org.jspecify.annotations.NullMarked;
