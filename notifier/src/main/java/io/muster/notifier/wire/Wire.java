package io.muster.notifier.wire;

import io.muster.notifier.Message;

/** A way to a receiver. For one thread. */
@FunctionalInterface
public interface Wire {

    /**
     * Returns once the receiver has accepted the message.
     *
     * @throws UndeliveredException if it has not, or it is not known whether it has
     */
    void deliver(Message message) throws UndeliveredException, InterruptedException;
}
