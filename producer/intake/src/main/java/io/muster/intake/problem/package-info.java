/** What is wrong in a file, where, and what to do about it. */
@NullMarked
package io.muster.intake.problem;

import org.jspecify.annotations.NullMarked;
