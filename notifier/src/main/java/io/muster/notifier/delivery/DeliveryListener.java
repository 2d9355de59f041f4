package io.muster.notifier.delivery;

import java.time.Instant;

/** Is told how delivering goes, by many threads. */
public interface DeliveryListener {

    /** A receiver accepted a message. */
    void delivered(String receiver, Instant at);

    /** A receiver did not accept a message, or could not be reached; it is tried again. */
    void failed(String receiver);

    /** How many alerts are due to be told to a receiver, and were not yet. */
    void pending(String receiver, int alerts);
}
