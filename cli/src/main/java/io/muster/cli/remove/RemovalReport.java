package io.muster.cli.remove;

/**
 * The JSON report of {@code muster remove}.
 *
 * @param removed false with {@code --dry-run}
 * @param change what changes
 */
record RemovalReport(boolean removed, Object change) {}
