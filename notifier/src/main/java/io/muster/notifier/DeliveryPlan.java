package io.muster.notifier;

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
 * What a receiver is to be told now, and when to look again: a function of the alerts, what it was told, and the time.
 *
 * @param batches what is to be told now, one message for each campaign
 * @param pendingSince by campaign, since when there is something to tell that still waits
 * @param nextCheck when something will be due if nothing changes; null if nothing will
 * @param obsoleteRecords records that say nothing any more
 */
public record DeliveryPlan(
        List<Batch> batches,
        Map<String, Instant> pendingSince,
        @Nullable Instant nextCheck,
        List<OfAlert> obsoleteRecords) {

    /** What is to be told of one campaign, in one message. */
    public record Batch(String campaignId, List<Notification> notifications) {}

    private static final Comparator<Notification> ORDER = Comparator.comparing(Notification::kind)
            .thenComparing(notification -> notification.alert().rule())
            .thenComparing(notification -> notification.alert().areaId());

    /**
     * @param records what the receiver was told
     * @param pendingSince as the plan before this one said; empty at first
     */
    public static DeliveryPlan of(
            Receiver receiver,
            Alerts alerts,
            Map<OfAlert, DeliveryRecord> records,
            Map<String, Instant> pendingSince,
            Instant now) {
        NotificationEvaluator news = new NotificationEvaluator(receiver, alerts, records);
        Map<String, List<Notification>> byCampaign = news.at(now).stream()
                .sorted(ORDER)
                .collect(Collectors.groupingBy(
                        notification -> notification.alert().campaignId(), TreeMap::new, Collectors.toList()));
        List<Batch> batches = new ArrayList<>();
        Map<String, Instant> stillPendingSince = new HashMap<>();
        Instant nextCheck = news.nextRepeat(now);
        for (Map.Entry<String, List<Notification>> campaign : byCampaign.entrySet()) {
            String id = campaign.getKey();
            Instant since = pendingSince.getOrDefault(id, now);
            stillPendingSince.put(id, since);
            Instant due = due(receiver, campaign.getValue(), since, now, alerts.zone(id));
            if (due.isAfter(now)) {
                nextCheck = nextCheck == null || due.isBefore(nextCheck) ? due : nextCheck;
            } else {
                batches.add(new Batch(id, List.copyOf(campaign.getValue())));
            }
        }
        return new DeliveryPlan(batches, stillPendingSince, nextCheck, news.obsoleteRecords());
    }

    /** What was over before the receiver, or a part of its scope, was known, and is marked as told. */
    public static List<AlertRow> history(
            Receiver receiver, Alerts alerts, Map<OfAlert, DeliveryRecord> records, @Nullable Scope before) {
        return new NotificationEvaluator(receiver, alerts, records).history(before);
    }

    private static Instant due(
            Receiver receiver, List<Notification> notifications, Instant since, Instant now, ZoneId zone) {
        boolean waits = notifications.stream().anyMatch(Notification::isNews);
        Instant grouped = waits ? since.plus(receiver.groupWait()) : since;
        Instant soonest = grouped.isAfter(now) ? grouped : now;
        return receiver.quietHours() == null ? soonest : receiver.quietHours().nextAllowed(soonest, zone);
    }
}
