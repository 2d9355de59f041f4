package io.muster.domain.ledger;

import java.time.LocalDate;

/** Where a statement counts: an area as stated, not rolled up, on a local day of a campaign. */
public record Cell(String campaignId, String areaId, LocalDate day) {}
