package io.muster.notifier;

import io.muster.domain.alert.Episode;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.Notification.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares the current alerts with the delivery records of one receiver. It compares states, not changes, so nothing is
 * lost while the notifier or the receiver is down.
 *
 * <ul>
 *   <li>An alert that was reported as firing and still fires is not reported again. If late statements move its start,
 *       the next reminder shows the new start.
 *   <li>An alert that fired and ended before it could be reported is reported once, as resolved, with both times. Of
 *       several such episodes, only the latest is reported.
 *   <li>An alert that ended before the receiver was configured is history and is not reported: {@link
 *       #historicalAlerts}.
 *   <li>An alert that was reported as firing, or may have been, is withdrawn when its row disappears.
 *   <li>The end of an alert that was reported as firing is reported, even if the scope has changed since.
 *   <li>Reminders are sent for BEHIND and SILENT only. COMPLETED and MISSED are reported once.
 * </ul>
 */
final class NotificationEvaluator {

    private final Receiver receiver;
    private final Alerts alerts;
    private final Map<OfAlert, DeliveryRecord> records;

    NotificationEvaluator(Receiver receiver, Alerts alerts, Map<OfAlert, DeliveryRecord> records) {
        this.receiver = receiver;
        this.alerts = alerts;
        this.records = records;
    }

    /** The notifications to send, ignoring {@code group-wait} and quiet hours. */
    List<Notification> pending(Instant now) {
        List<Notification> notifications = new ArrayList<>();
        alerts.rows().forEach((alert, row) -> {
            Notification notification = notification(alert, row, records.get(alert), now);
            if (notification != null) {
                notifications.add(notification);
            }
        });
        records.forEach((alert, record) -> {
            if (record.mayBeSeenAsFiring() && !alerts.rows().containsKey(alert)) {
                notifications.add(Notification.withdrawn(alert, record));
            }
        });
        return notifications;
    }

    /** When the next reminder after {@code now} is due if no alert changes; null if none is. */
    @Nullable
    Instant nextReminder(Instant now) {
        return alerts.rows().entrySet().stream()
                .map(row -> reminderDue(row.getKey(), row.getValue(), records.get(row.getKey())))
                .filter(due -> due != null && due.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Records of ended alerts whose rows have disappeared. */
    List<OfAlert> obsoleteRecords() {
        return records.entrySet().stream()
                .filter(entry ->
                        !entry.getValue().mayBeSeenAsFiring() && !alerts.rows().containsKey(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Alerts that ended before the receiver, or the newly added part of its scope, was configured.
     *
     * @param before the previous scope; null for a new receiver
     */
    List<AlertRow> historicalAlerts(@Nullable Scope before) {
        return alerts.rows().entrySet().stream()
                .filter(row -> !row.getValue().isFiring())
                .filter(row -> !records.containsKey(row.getKey()))
                .filter(row -> receiver.scope().covers(row.getKey(), alerts.areas()))
                .filter(row -> before == null || !before.covers(row.getKey(), alerts.areas()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private @Nullable Notification notification(
            OfAlert alert, AlertRow row, @Nullable DeliveryRecord record, Instant now) {
        if (!receiver.scope().covers(alert, alerts.areas())) {
            return record != null && record.mayBeSeenAsFiring() && !row.isFiring() ? Notification.of(row, 0) : null;
        }
        if (record != null && record.isUncertain()) {
            boolean sameState = record.isAttempt(Kind.of(row), row.latest().firedAt());
            return sameState ? Notification.resend(row, record) : Notification.of(row, 0);
        }
        if (record == null || hasChanged(row, record)) {
            return Notification.of(row, 0);
        }
        Instant due = reminderDue(alert, row, record);
        if (due == null || due.isAfter(now)) {
            return null;
        }
        return receiver.needsResend() ? Notification.resend(row, record) : Notification.of(row, record.repeat() + 1);
    }

    private static boolean hasChanged(AlertRow row, DeliveryRecord record) {
        if (row.isFiring() != record.isFiring()) {
            return true;
        }
        if (row.isFiring()) {
            return row.episodes().stream().anyMatch(episode -> endedAfter(episode, record.firedAt()));
        }
        Instant fired = row.latest().firedAt();
        return record.endedAt() != null && fired.isAfter(record.firedAt()) && !fired.isBefore(record.endedAt());
    }

    private static boolean endedAfter(Episode episode, Instant firedAt) {
        return episode.resolvedAt() != null && episode.resolvedAt().isAfter(firedAt);
    }

    private @Nullable Instant reminderDue(OfAlert alert, AlertRow row, @Nullable DeliveryRecord record) {
        if (receiver.repeat() == null
                || record == null
                || record.isUncertain()
                || !record.isFiring()
                || !row.isFiring()) {
            return null;
        }
        boolean applies = alert.rule().isCondition() && receiver.scope().covers(alert, alerts.areas());
        return applies ? record.at().plus(receiver.repeat()) : null;
    }
}
