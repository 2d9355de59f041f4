package io.muster.domain.reference;

import io.muster.domain.InvalidFieldException;

/**
 * When the areas of one level alert.
 *
 * @param level the level of the areas that these rules apply to
 * @param behindMarginPercent an area is behind if it falls short of the expected count by more than this percentage of
 *     it, above 0 and at most 100
 * @param behindResolveMarginPercent an area is no longer behind if it falls short by no more than this percentage; less
 *     than {@code behindMarginPercent}, so that the alert does not flap
 * @param behindHoldDays the number of days in a row that an area must end behind before it alerts
 * @param silentHours the number of hours without a statement after which an area alerts; at least
 *     {@value #LEAST_SILENT_HOURS}, because offices close at night
 */
public record AlertRules(
        String level,
        double behindMarginPercent,
        double behindResolveMarginPercent,
        int behindHoldDays,
        int silentHours) {

    public static final int LEAST_SILENT_HOURS = 24;

    /** @throws InvalidFieldException if a field is invalid */
    public AlertRules {
        if (level.isBlank()) {
            throw new InvalidFieldException("level", "must not be blank");
        }
        if (!(behindMarginPercent > 0 && behindMarginPercent <= 100)) {
            throw new InvalidFieldException(
                    "behindMarginPercent", "must be above 0 and at most 100, but is " + behindMarginPercent);
        }
        if (!(behindResolveMarginPercent >= 0 && behindResolveMarginPercent < behindMarginPercent)) {
            throw new InvalidFieldException(
                    "behindResolveMarginPercent",
                    "must be from 0 to less than behindMarginPercent " + behindMarginPercent + ", but is "
                            + behindResolveMarginPercent);
        }
        if (behindHoldDays < 0) {
            throw new InvalidFieldException("behindHoldDays", "must not be negative, but is " + behindHoldDays);
        }
        if (silentHours < LEAST_SILENT_HOURS) {
            throw new InvalidFieldException(
                    "silentHours", "must be at least " + LEAST_SILENT_HOURS + ", but is " + silentHours);
        }
    }

    /**
     * The default rules, made for a drive of a month. An area alerts if it is more than a fifth behind the plan for two
     * days, until it is no more than a tenth behind. It also alerts after a silence longer than a weekend, from closing
     * time on Friday to the first statements on Monday.
     */
    public static AlertRules usual(String level) {
        return new AlertRules(level, 20, 10, 2, 72);
    }
}
