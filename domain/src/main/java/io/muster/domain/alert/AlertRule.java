package io.muster.domain.alert;

/** What an alert watches. */
public enum AlertRule {
    /** The last days ended with fewer enrolled than the plan expects, by more than a margin. */
    BEHIND(true),
    /** No statement was recorded for some time during the campaign. */
    SILENT(true),
    /** The target is reached. */
    COMPLETED(false),
    /** The campaign is over, and the target is not reached. */
    MISSED(false);

    private final boolean condition;

    AlertRule(boolean condition) {
        this.condition = condition;
    }

    /** Whether the alert is resolved when its condition ends. The others are facts, and are never resolved. */
    public boolean isCondition() {
        return condition;
    }
}
