/** Delivers: a thread for each receiver, and one that keeps them up to date. */
@NullMarked
package io.muster.notifier.delivery;

import org.jspecify.annotations.NullMarked;
