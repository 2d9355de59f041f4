package io.muster.notifier.delivery;

import java.time.Instant;

/** Observes deliveries. Called by many threads. */
public interface DeliveryListener {

    /** A receiver accepted a message. */
    void delivered(String receiver, Instant at);

    /** A receiver refused a message or could not be reached. The delivery will be retried. */
    void failed(String receiver);

    /** The number of due alerts that the receiver has not accepted yet. */
    void pending(String receiver, int alerts);
}
