package io.muster.client.spool;

import io.muster.domain.statement.Statement;

/**
 * A statement that waits to be sent.
 *
 * @param position its place in the order in which statements were accepted
 */
public record Spooled(long position, Statement statement) {}
