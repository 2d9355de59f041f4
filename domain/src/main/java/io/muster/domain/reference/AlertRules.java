package io.muster.domain.reference;

import io.muster.domain.InvalidFieldException;

/**
 * When the areas of one level alert (contract, rule 7).
 *
 * @param level of the areas that are watched
 * @param behindMarginPercent an area is behind when it falls short of what the plan expects by more than that part of it, 0 to 100
 * @param behindResolveMarginPercent it is no longer behind when it falls short by no more than that part; less than {@code
 *     behindMarginPercent}, so that the alert does not flap
 * @param behindHoldDays for how many days in a row an area must end the day behind before it alerts
 * @param silentHours after how many hours without a statement an area alerts; at least {@value #LEAST_SILENT_HOURS}, for offices close
 *     at night
 */
public record AlertRules(
        String level,
        double behindMarginPercent,
        double behindResolveMarginPercent,
        int behindHoldDays,
        int silentHours) {

    public static final int LEAST_SILENT_HOURS = 24;

    /** @throws InvalidFieldException if a field has a value it cannot have */
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
     * What makes sense for a drive of a month: a fifth behind the plan, for two days, better than a tenth to resolve; silent over more than a
     * weekend, from Friday's closing to Monday's first statements.
     */
    public static AlertRules usual(String level) {
        return new AlertRules(level, 20, 10, 2, 72);
    }
}
