package io.muster.notifier.channel;

/** A secret that is read each time it is used, so that it can be rotated without a restart. Never log its value. */
@FunctionalInterface
public interface Secret {

    /** @throws DeliveryFailedException if the secret cannot be read */
    String reveal() throws DeliveryFailedException;
}
