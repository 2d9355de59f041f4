package io.muster.notifier.log;

/** The role of this process among the notifiers of its group. */
public enum Role {
    /** Another notifier is active, or the group has not assigned the partition yet. */
    STANDBY,
    /** This notifier owns the partition and is loading the delivery records. */
    LOADING,
    /** This notifier owns the partition and has loaded the delivery records: it delivers. */
    ACTIVE
}
