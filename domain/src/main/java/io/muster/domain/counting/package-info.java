/** Whether the application that counts is up to date, behind or stopped. */
@NullMarked
package io.muster.domain.counting;

import org.jspecify.annotations.NullMarked;
