package io.muster.domain.reference;

import io.muster.domain.Ids;
import io.muster.domain.InvalidFieldException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A drive with a start day, an end day and targets.
 *
 * @param names by language tag
 * @param startsOn first local day
 * @param endsOn last local day, included
 * @param zone where its days begin
 * @param rootAreaId the area at its top
 * @param baseline participants before the campaign
 * @param stockTarget the stock aimed at
 * @param alertRules by level; where there are none, the usual ones hold directly below the root
 */
public record Campaign(
        String campaignId,
        Map<String, String> names,
        LocalDate startsOn,
        LocalDate endsOn,
        ZoneId zone,
        String rootAreaId,
        PlanCurve plan,
        @Nullable Long baseline,
        @Nullable Long stockTarget,
        List<AlertRules> alertRules) {

    private static final int DEPTH_OF_USUAL_RULES = 1;

    /** @throws InvalidFieldException if a field has a value it cannot have */
    public Campaign {
        Ids.require("campaignId", campaignId, Ids.campaignProblem(campaignId));
        Ids.require("rootAreaId", rootAreaId, Ids.areaProblem(rootAreaId));
        names = Map.copyOf(names);
        alertRules = List.copyOf(alertRules);
        if (endsOn.isBefore(startsOn)) {
            throw new InvalidFieldException("endsOn", "must not be before startsOn " + startsOn + ", but is " + endsOn);
        }
        Counts.requireNotNegative("baseline", baseline);
        Counts.requireNotNegative("stockTarget", stockTarget);
        Set<String> levels = new HashSet<>();
        for (AlertRules rules : alertRules) {
            if (!levels.add(rules.level())) {
                throw new InvalidFieldException(
                        "alertRules", "must be one for a level, but two are for " + rules.level());
            }
        }
    }

    /**
     * The rules by which an area alerts; null where it does not.
     *
     * @param depth of the area below the root, which has 0
     */
    public @Nullable AlertRules alertRules(String level, int depth) {
        if (alertRules.isEmpty()) {
            return depth == DEPTH_OF_USUAL_RULES ? AlertRules.usual(level) : null;
        }
        for (AlertRules rules : alertRules) {
            if (rules.level().equals(level)) {
                return rules;
            }
        }
        return null;
    }

    /** When a local day begins. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Whether the day counts for progress. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }
}
