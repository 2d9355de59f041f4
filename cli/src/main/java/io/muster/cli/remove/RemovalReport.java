package io.muster.cli.remove;

/**
 * What {@code muster remove} did, for programs.
 *
 * @param removed false where it only says what it would do
 * @param change what that changes
 */
record RemovalReport(boolean removed, Object change) {}
