/** Days and times as offices write them. */
@NullMarked
package io.muster.intake.date;

import org.jspecify.annotations.NullMarked;
