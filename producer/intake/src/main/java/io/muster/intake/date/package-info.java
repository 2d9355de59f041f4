/** Parses dates and times in the formats that offices use. */
@NullMarked
package io.muster.intake.date;

import org.jspecify.annotations.NullMarked;
