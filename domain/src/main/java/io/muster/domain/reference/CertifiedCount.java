package io.muster.domain.reference;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.Ids;
import java.time.LocalDate;

/**
 * The count that was signed off for one day of one area.
 *
 * @param enrolled the net count
 */
public record CertifiedCount(CampaignId campaignId, AreaId areaId, LocalDate date, long enrolled) {

    /** @throws io.muster.domain.InvalidFieldException if a field is invalid */
    public CertifiedCount {
        Ids.requireCampaign("campaignId", campaignId);
        Ids.requireArea("areaId", areaId);
        Counts.requireNotNegative("enrolled", enrolled);
    }
}
