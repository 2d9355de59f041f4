/** Files as bytes: what encoding they are in, and the lines they are made of. */
@NullMarked
package io.muster.intake.text;

import org.jspecify.annotations.NullMarked;
