package io.muster.client.spool;

import io.muster.domain.statement.Statement;

/**
 * A statement that is still to be sent.
 *
 * @param position its position in the order of acceptance
 */
public record PendingStatement(long position, Statement statement) {}
