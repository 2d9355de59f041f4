/** How an application takes the place of another: follows it, finds out that it has ended, catches up, and takes over. */
@NullMarked
package io.muster.streams.succession;

import org.jspecify.annotations.NullMarked;
