package io.muster.notifier;

import io.muster.domain.CampaignId;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.RowKey.OfAlert;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The notifications that are due for one receiver, and when to evaluate again. A pure function of alerts, delivery
 * records and time.
 *
 * @param batches due notifications, one batch for each campaign
 * @param pendingSince by campaign, since when notifications have been pending
 * @param nextCheck when something becomes due if no alert changes; null for never
 * @param obsoleteRecords records that are no longer needed
 */
public record DeliveryPlan(
        List<Batch> batches,
        Map<CampaignId, Instant> pendingSince,
        @Nullable Instant nextCheck,
        List<OfAlert> obsoleteRecords) {

    /** The notifications of one campaign that go into one message. */
    public record Batch(CampaignId campaignId, List<Notification> notifications) {}

    private static final Comparator<Notification> ORDER = Comparator.comparing(Notification::kind)
            .thenComparing(notification -> notification.alert().rule())
            .thenComparing(notification -> notification.alert().areaId());

    /**
     * @param records delivery records of the receiver
     * @param pendingSince from the previous plan; empty for the first one
     */
    public static DeliveryPlan of(
            Receiver receiver,
            Alerts alerts,
            Map<OfAlert, DeliveryRecord> records,
            Map<CampaignId, Instant> pendingSince,
            Instant now) {
        NotificationEvaluator evaluator = new NotificationEvaluator(receiver, alerts, records);
        Map<CampaignId, List<Notification>> byCampaign = evaluator.pending(now).stream()
                .sorted(ORDER)
                .collect(Collectors.groupingBy(
                        notification -> notification.alert().campaignId(), TreeMap::new, Collectors.toList()));
        List<Batch> batches = new ArrayList<>();
        Map<CampaignId, Instant> stillPendingSince = new HashMap<>();
        Instant nextCheck = evaluator.nextReminder(now);
        for (Map.Entry<CampaignId, List<Notification>> campaign : byCampaign.entrySet()) {
            CampaignId id = campaign.getKey();
            Instant since = pendingSince.getOrDefault(id, now);
            stillPendingSince.put(id, since);
            Instant due = due(receiver, campaign.getValue(), since, now, alerts.zone(id));
            if (due.isAfter(now)) {
                nextCheck = nextCheck == null || due.isBefore(nextCheck) ? due : nextCheck;
            } else {
                batches.add(new Batch(id, List.copyOf(campaign.getValue())));
            }
        }
        return new DeliveryPlan(batches, stillPendingSince, nextCheck, evaluator.obsoleteRecords());
    }

    /**
     * Alerts that ended before the receiver, or the newly added part of its scope, was configured.
     *
     * @param before the previous scope; null for a new receiver
     */
    public static List<AlertRow> historicalAlerts(
            Receiver receiver, Alerts alerts, Map<OfAlert, DeliveryRecord> records, @Nullable Scope before) {
        return new NotificationEvaluator(receiver, alerts, records).historicalAlerts(before);
    }

    private static Instant due(
            Receiver receiver, List<Notification> notifications, Instant since, Instant now, ZoneId zone) {
        boolean onlyReminders = notifications.stream().allMatch(Notification::isReminder);
        Instant grouped = onlyReminders ? since : since.plus(receiver.groupWait());
        Instant earliest = grouped.isAfter(now) ? grouped : now;
        return receiver.quietHours() == null ? earliest : receiver.quietHours().nextAllowed(earliest, zone);
    }
}
