package io.muster.domain.reference;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
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
 * @param rootAreaId the root of the campaign in the area tree
 * @param baseline participants before the campaign
 * @param stockTarget the stock to reach
 * @param alertRules at most one per level; if empty, the default rules apply to the areas directly below the root
 */
public record Campaign(
        CampaignId campaignId,
        Map<String, String> names,
        Period period,
        AreaId rootAreaId,
        PlanCurve plan,
        @Nullable Long baseline,
        @Nullable Long stockTarget,
        List<AlertRules> alertRules) {

    private static final int DEPTH_OF_USUAL_RULES = 1;

    /**
     * The days of a campaign.
     *
     * @param startsOn first local day
     * @param endsOn last local day, included
     * @param zone the time zone of the local days
     */
    public record Period(LocalDate startsOn, LocalDate endsOn, ZoneId zone) {

        /** @throws InvalidFieldException if it ends before it starts */
        public Period {
            if (endsOn.isBefore(startsOn)) {
                throw new InvalidFieldException(
                        "endsOn", "must not be before startsOn " + startsOn + ", but is " + endsOn);
            }
        }
    }

    /** @throws InvalidFieldException if a field is invalid */
    public Campaign {
        Ids.requireCampaign("campaignId", campaignId);
        Ids.requireArea("rootAreaId", rootAreaId);
        names = Map.copyOf(names);
        alertRules = List.copyOf(alertRules);
        Counts.requireNotNegative("baseline", baseline);
        Counts.requireNotNegative("stockTarget", stockTarget);
        Set<String> levels = new HashSet<>();
        for (AlertRules rules : alertRules) {
            if (!levels.add(rules.level())) {
                throw new InvalidFieldException(
                        "alertRules", "must have at most one entry for a level, but has several for " + rules.level());
            }
        }
    }

    public LocalDate startsOn() {
        return period.startsOn;
    }

    public LocalDate endsOn() {
        return period.endsOn;
    }

    public ZoneId zone() {
        return period.zone;
    }

    /**
     * The alert rules of an area; null if it has no alerts.
     *
     * @param depth the number of levels from the root of the campaign down to the area; 0 for the root
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
        return day.atStartOfDay(zone()).toInstant();
    }

    /** Whether a day is in the period of the campaign. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(startsOn()) && !day.isAfter(endsOn());
    }
}
