/** Delivers: a thread for each receiver, and one that keeps them up to date. */
@NullMarked
package io.muster.dashboard.notify.delivery;

import org.jspecify.annotations.NullMarked;
