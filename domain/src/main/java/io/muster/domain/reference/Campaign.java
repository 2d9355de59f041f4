package io.muster.domain.reference;

import io.muster.domain.Ids;
import io.muster.domain.InvalidFieldException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
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
        @Nullable Long stockTarget) {

    /** @throws InvalidFieldException if a field has a value it cannot have */
    public Campaign {
        Ids.require("campaignId", campaignId, Ids.campaignProblem(campaignId));
        Ids.require("rootAreaId", rootAreaId, Ids.areaProblem(rootAreaId));
        names = Map.copyOf(names);
        if (endsOn.isBefore(startsOn)) {
            throw new InvalidFieldException("endsOn", "must not be before startsOn " + startsOn + ", but is " + endsOn);
        }
        Counts.requireNotNegative("baseline", baseline);
        Counts.requireNotNegative("stockTarget", stockTarget);
    }

    /** Whether the day counts for progress. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }
}
