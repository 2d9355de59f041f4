package io.muster.notifier.channel;

/** Gives a secret when it is used, so that one that is changed in its file is taken without a restart. Never printed. */
@FunctionalInterface
public interface Secret {

    /** @throws DeliveryFailedException if it cannot be had now */
    String reveal() throws DeliveryFailedException;
}
