package io.muster.streams.simulator.engine;

/** How far a commit gets before the instance is killed. */
public enum CommitFate {
    DONE,
    KILLED_BEFORE_OFFSETS,
    KILLED_AFTER_OFFSETS,
    KILLED_AFTER_DECISION
}
