package io.muster.domain.tally;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.statement.Dimension;
import java.time.LocalDate;

/** Identifies a row. */
public sealed interface RowKey {

    String campaignId();

    record OfDay(String campaignId, String areaId, LocalDate date) implements RowKey {}

    record OfArea(String campaignId, String areaId) implements RowKey {}

    record OfSegment(String campaignId, String areaId, Dimension dimension, String value) implements RowKey {}

    record OfAlert(String campaignId, String areaId, AlertRule rule) implements RowKey {}

    record OfCampaign(String campaignId) implements RowKey {}
}
