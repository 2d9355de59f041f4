/** The topology: {@code MusterTopology} composes it, with one sub-package per stage. */
@NullMarked
package io.muster.streams.topology;

import org.jspecify.annotations.NullMarked;
