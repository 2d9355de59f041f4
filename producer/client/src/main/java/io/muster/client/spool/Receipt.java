package io.muster.client.spool;

import java.util.UUID;

/**
 * Confirms that a statement is on disk and will be sent.
 *
 * @param eventId of the statement
 * @param repeated whether a statement with this event id was accepted before, so that nothing was added
 */
public record Receipt(UUID eventId, boolean repeated) {}
