/** Sends notifications: one worker thread for each receiver, fed by the thread that follows the alerts. */
@NullMarked
package io.muster.notifier.delivery;

import org.jspecify.annotations.NullMarked;
