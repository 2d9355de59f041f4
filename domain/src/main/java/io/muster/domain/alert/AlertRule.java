package io.muster.domain.alert;

/** What an alert watches (contract, rule 7). */
public enum AlertRule {
    /** Fewer are enrolled than the plan expects, by more than a margin, for some days. */
    BEHIND,
    /** There was no statement for a time while the campaign runs. */
    SILENT,
    /** The target is reached. */
    COMPLETED,
    /** The campaign is over, and the target is not reached. */
    MISSED
}
