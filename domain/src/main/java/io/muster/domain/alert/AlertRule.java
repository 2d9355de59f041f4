package io.muster.domain.alert;

/** What an alert watches (contract, rule 7). */
public enum AlertRule {
    /** Fewer are enrolled than the plan expects, by more than a margin, for some days. */
    BEHIND(true),
    /** There was no statement for a time while the campaign runs. */
    SILENT(true),
    /** The target is reached. */
    COMPLETED(false),
    /** The campaign is over, and the target is not reached. */
    MISSED(false);

    private final boolean condition;

    AlertRule(boolean condition) {
        this.condition = condition;
    }

    /** Whether it is a condition that lasts until it is resolved; else a fact that stays. */
    public boolean isCondition() {
        return condition;
    }
}
