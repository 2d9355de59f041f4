package io.muster.notifier;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Episode;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.RowKey.OfAlert;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** An invented alert, to test whether a receiver can be reached. */
final class SampleAlert {

    private static final CampaignId CAMPAIGN = new CampaignId("sample");
    private static final AreaId AREA = new AreaId("sample");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    static final Alerts ALERTS = alerts();

    private SampleAlert() {}

    static DeliveryPlan.Batch batch() {
        return new DeliveryPlan.Batch(
                CAMPAIGN,
                ALERTS.rows().values().stream()
                        .map(row -> Notification.of(row, 0))
                        .toList());
    }

    private static Alerts alerts() {
        LocalDate starts = LocalDate.of(2023, 5, 1);
        Campaign campaign = new Campaign(
                CAMPAIGN,
                Map.of("vi", "Đợt thử", "en", "Sample drive"),
                new Campaign.Period(starts, starts.plusDays(30), ZONE),
                AREA,
                new PlanCurve.Linear(),
                null,
                null,
                List.of());
        Area area = new Area(
                AREA, null, "district", "district", Map.of("vi", "Huyện thử", "en", "Sample district"), null, null);
        Instant fired = starts.plusDays(11).atStartOfDay(ZONE).toInstant();
        AlertRow row = new AlertRow(
                CAMPAIGN,
                AREA,
                AlertRule.BEHIND,
                List.of(new Episode(fired, null)),
                new AlertRow.Evidence(starts.plusDays(17), 118, 285, 156.29, 41.4, 11.93, null));
        return new Alerts(Map.of((OfAlert) row.key(), row), Map.of(CAMPAIGN, campaign), Map.of(AREA, area));
    }
}
