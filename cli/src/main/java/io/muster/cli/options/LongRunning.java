package io.muster.cli.options;

/** A command that runs until it is stopped, and so logs what it does. */
public interface LongRunning {}
