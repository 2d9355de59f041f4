/** The ways by which a message reaches a receiver. */
@NullMarked
package io.muster.dashboard.notify.wire;

import org.jspecify.annotations.NullMarked;
