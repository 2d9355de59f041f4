package io.muster.domain.reference;

import io.muster.domain.Ids;
import java.time.LocalDate;

/**
 * The count that was signed off for one day of one area.
 *
 * @param enrolled the net count
 */
public record CertifiedCount(String campaignId, String areaId, LocalDate date, long enrolled) {

    /** @throws io.muster.domain.InvalidFieldException if a field is invalid */
    public CertifiedCount {
        Ids.require("campaignId", campaignId, Ids.campaignProblem(campaignId));
        Ids.require("areaId", areaId, Ids.areaProblem(areaId));
        Counts.requireNotNegative("enrolled", enrolled);
    }
}
