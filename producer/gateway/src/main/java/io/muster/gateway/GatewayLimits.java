package io.muster.gateway;

import io.muster.gateway.body.BodyLimits;

/**
 * What keeps the memory bounded.
 *
 * @param body of one request
 * @param heldBytes bytes of all bodies under way
 * @param unacknowledged statements that may wait for the broker
 * @param perSecond statements a second that each key may send, steadily
 */
public record GatewayLimits(BodyLimits body, long heldBytes, int unacknowledged, int perSecond) {

    /** @throws IllegalArgumentException if a request that keeps to its own limits would never be taken */
    public GatewayLimits {
        if (body.maxBytes() < 1 || body.maxRecords() < 1 || perSecond < 1) {
            throw new IllegalArgumentException("limits must be at least 1");
        }
        if (heldBytes < 2L * body.maxBytes()) {
            throw new IllegalArgumentException("there must be room for two bodies of " + body.maxBytes()
                    + " bytes, but there is for " + heldBytes + " bytes; give the process more memory, or allow less");
        }
        if (unacknowledged < body.maxRecords()) {
            throw new IllegalArgumentException("a request may have " + body.maxRecords() + " statements, but only "
                    + unacknowledged + " may be unacknowledged; raise this, or lower that");
        }
    }
}
