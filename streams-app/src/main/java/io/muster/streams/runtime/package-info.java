/** Starts, monitors and stops the application. Only this package reads the clock and the environment. */
@NullMarked
package io.muster.streams.runtime;

import org.jspecify.annotations.NullMarked;
