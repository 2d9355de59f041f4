package io.muster.domain.plan;

/** Where an area stands against its plan (contract, rule 5). */
public enum PaceStatus {
    NO_TARGET,
    /** The as-of day is before the campaign. */
    NOT_STARTED,
    /** No fewer are enrolled than the plan expected by the end of the day before. */
    ON_TRACK,
    BEHIND,
    /** The target is reached, on whatever day. */
    COMPLETED,
    /** The campaign is over, and the target is not reached. */
    MISSED
}
