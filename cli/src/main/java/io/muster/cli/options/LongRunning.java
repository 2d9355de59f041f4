package io.muster.cli.options;

/** Marks a command that runs until it is stopped. Its default log level is INFO. */
public interface LongRunning {}
