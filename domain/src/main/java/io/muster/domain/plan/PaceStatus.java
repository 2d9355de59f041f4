package io.muster.domain.plan;

/** The status of an area against its plan. */
public enum PaceStatus {
    NO_TARGET,
    /** The as-of day is before the campaign. */
    NOT_STARTED,
    /** Enrolled is at least what the plan expects by the end of the day before. */
    ON_TRACK,
    BEHIND,
    /** The target is reached, before, during or after the campaign. */
    COMPLETED,
    /** The campaign is over and the target is not reached. */
    MISSED
}
