package io.muster.notifier.channel;

import io.muster.notifier.Message;

/** A way to a receiver. For one thread. */
@FunctionalInterface
public interface Channel {

    /**
     * Returns once the receiver has accepted the message.
     *
     * @throws DeliveryFailedException if it has not, or it is not known whether it has
     */
    void deliver(Message message) throws DeliveryFailedException, InterruptedException;
}
