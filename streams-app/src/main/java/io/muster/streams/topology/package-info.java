/** The topology: one class that composes it, one room per stage. */
@NullMarked
package io.muster.streams.topology;

import org.jspecify.annotations.NullMarked;
