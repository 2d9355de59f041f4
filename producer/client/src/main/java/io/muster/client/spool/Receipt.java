package io.muster.client.spool;

import java.util.UUID;

/**
 * A statement is on the disk and will be sent.
 *
 * @param eventId of the statement
 * @param repeated whether a statement of this event id was there before, and so nothing was added
 */
public record Receipt(UUID eventId, boolean repeated) {}
