package io.muster.gateway;

import io.muster.gateway.body.BodyLimits;

/**
 * Limits that keep the memory bounded.
 *
 * @param body limits of one request
 * @param heldBytes bytes of all bodies in flight
 * @param unacknowledged number of statements that may wait for the broker
 * @param perSecond rate limit per key, in statements
 */
public record GatewayLimits(BodyLimits body, long heldBytes, int unacknowledged, int perSecond) {

    /** @throws IllegalArgumentException if a request within its own limits could never be accepted */
    public GatewayLimits {
        if (body.maxBytes() < 1 || body.maxRecords() < 1 || perSecond < 1) {
            throw new IllegalArgumentException("limits must be at least 1");
        }
        if (heldBytes < 2L * body.maxBytes()) {
            throw new IllegalArgumentException("the memory must fit two bodies of " + body.maxBytes()
                    + " bytes, but is limited to " + heldBytes + " bytes; give the process more memory, or allow less");
        }
        if (unacknowledged < body.maxRecords()) {
            throw new IllegalArgumentException("a request may have " + body.maxRecords() + " statements, but only "
                    + unacknowledged + " may be unacknowledged; raise this, or lower that");
        }
    }
}
