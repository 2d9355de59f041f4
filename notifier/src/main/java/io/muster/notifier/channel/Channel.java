package io.muster.notifier.channel;

import io.muster.notifier.Message;

/** Delivers messages to one receiver. For one thread. */
@FunctionalInterface
public interface Channel {

    /**
     * Returns once the receiver has accepted the message.
     *
     * @throws DeliveryFailedException if the receiver refused the message or the outcome is unknown
     */
    void deliver(Message message) throws DeliveryFailedException, InterruptedException;
}
