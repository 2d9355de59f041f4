package io.muster.notifier.delivery;

import io.muster.notifier.MessageComposer;
import io.muster.notifier.Receiver;
import io.muster.notifier.channel.Channel;
import io.muster.notifier.channel.DeliveryFailedException;
import java.time.Instant;

/** A receiver and the channel that reaches it. */
public record Destination(Receiver receiver, Channel channel) {

    /**
     * Sends a test message with invented figures.
     *
     * @throws DeliveryFailedException if the receiver did not accept it
     */
    public void sendSample(Instant now) throws DeliveryFailedException, InterruptedException {
        channel.deliver(new MessageComposer(receiver).sample(now));
    }
}
