/** Starts, watches and stops the application. The only place here that knows the clock and the environment. */
@NullMarked
package io.muster.streams.runtime;

import org.jspecify.annotations.NullMarked;
