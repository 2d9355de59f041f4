/** The ways by which a message reaches a receiver. */
@NullMarked
package io.muster.notifier.channel;

import org.jspecify.annotations.NullMarked;
