/** Areas by the names that people give them. */
@NullMarked
package io.muster.intake.area;

import org.jspecify.annotations.NullMarked;
