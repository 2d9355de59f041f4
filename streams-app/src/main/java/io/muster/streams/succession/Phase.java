package io.muster.streams.succession;

/** The phases of a succession, in order. The health endpoint shows their names. */
public enum Phase {
    /** The predecessor counts and publishes. */
    FOLLOWING,
    /** The predecessor has ended; this application still has to count some of what it counted. */
    CATCHING_UP,
    /** This application has counted everything that the predecessor did, and publishes. */
    TAKEN_OVER
}
