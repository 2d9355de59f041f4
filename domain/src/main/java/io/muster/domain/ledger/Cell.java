package io.muster.domain.ledger;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import java.time.LocalDate;

/** Where a statement counts: an area as stated, not rolled up, on a local day of a campaign. */
public record Cell(CampaignId campaignId, AreaId areaId, LocalDate day) {}
