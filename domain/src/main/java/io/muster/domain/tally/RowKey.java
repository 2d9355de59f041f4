package io.muster.domain.tally;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.statement.Dimension;
import java.time.LocalDate;

/** Identifies a row. */
public sealed interface RowKey {

    CampaignId campaignId();

    record OfDay(CampaignId campaignId, AreaId areaId, LocalDate date) implements RowKey {}

    record OfArea(CampaignId campaignId, AreaId areaId) implements RowKey {}

    record OfSegment(CampaignId campaignId, AreaId areaId, Dimension dimension, String value) implements RowKey {}

    record OfAlert(CampaignId campaignId, AreaId areaId, AlertRule rule) implements RowKey {}

    record OfCampaign(CampaignId campaignId) implements RowKey {}
}
