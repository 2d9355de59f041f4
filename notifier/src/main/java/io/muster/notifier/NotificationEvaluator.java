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
 * What a receiver does not know yet. It is told states, not changes: what is compared are the alerts as they stand and what the receiver
 * was last told, so that nothing is lost whoever was down in between.
 *
 * <ul>
 *   <li>What it was told as firing, and what fires, are the same while nothing says that it ended in between. When late statements move
 *       the beginning, that is no news; the next repeat says it.
 *   <li>An alert that fired and was resolved before the receiver could be told is told once, as resolved, with both times: someone who
 *       asks why there was no call for three days finds it. Of several such times, the latest is told.
 *   <li>What was resolved before the receiver was known is history, and not told: {@link #history}.
 *   <li>An alert that was told as firing, and of which there is no row any more, is taken back. So it is where an attempt was made to tell
 *       it, and nobody knows whether it arrived: the process died, or the answer did not come.
 *   <li>Who was told that an alert fires is told when it ends, whatever the receiver's scope is by now.
 *   <li>Still being behind, or silent, is told again after a while; that a target was reached or missed is told once.
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

    /** Everything that is to be told at that time, but for waiting and quiet hours. */
    List<Notification> at(Instant now) {
        List<Notification> notifications = new ArrayList<>();
        alerts.rows().forEach((alert, row) -> {
            Notification notification = notification(alert, row, records.get(alert), now);
            if (notification != null) {
                notifications.add(notification);
            }
        });
        records.forEach((alert, record) -> {
            if (record.mayBeBelievedToFire() && !alerts.rows().containsKey(alert)) {
                notifications.add(Notification.withdrawn(alert, record));
            }
        });
        return notifications;
    }

    /** When the next repeat after that time is due, if nothing changes; null if none ever is. */
    @Nullable
    Instant nextRepeat(Instant now) {
        return alerts.rows().entrySet().stream()
                .map(row -> repeatOf(row.getKey(), row.getValue(), records.get(row.getKey())))
                .filter(at -> at != null && at.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Marks that say nothing any more: of alerts that are over, and of which there is no row. */
    List<OfAlert> obsoleteRecords() {
        return records.entrySet().stream()
                .filter(record -> !record.getValue().mayBeBelievedToFire()
                        && !alerts.rows().containsKey(record.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What was over before the receiver, or a part of its scope, was known. */
    List<AlertRow> history(@Nullable Scope before) {
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
            return record != null && record.mayBeBelievedToFire() && !row.isFiring() ? Notification.of(row, 0) : null;
        }
        if (record != null && !record.accepted()) {
            boolean same = record.isAttempt(Kind.of(row), row.latest().firedAt());
            return same ? Notification.again(row, record) : Notification.of(row, 0);
        }
        if (record == null || isNews(row, record)) {
            return Notification.of(row, 0);
        }
        Instant repeat = repeatOf(alert, row, record);
        if (repeat == null || repeat.isAfter(now)) {
            return null;
        }
        return receiver.needsResend() ? Notification.again(row, record) : Notification.of(row, record.repeat() + 1);
    }

    private static boolean isNews(AlertRow row, DeliveryRecord told) {
        if (row.isFiring() != told.isFiring()) {
            return true;
        }
        if (row.isFiring()) {
            return row.episodes().stream().anyMatch(episode -> endedSince(episode, told.firedAt()));
        }
        Instant fired = row.latest().firedAt();
        return told.endedAt() != null && fired.isAfter(told.firedAt()) && !fired.isBefore(told.endedAt());
    }

    private static boolean endedSince(Episode episode, Instant firedAt) {
        return episode.resolvedAt() != null && episode.resolvedAt().isAfter(firedAt);
    }

    private @Nullable Instant repeatOf(OfAlert alert, AlertRow row, @Nullable DeliveryRecord record) {
        if (receiver.repeat() == null
                || record == null
                || !record.accepted()
                || !record.isFiring()
                || !row.isFiring()) {
            return null;
        }
        boolean applies = alert.rule().isCondition() && receiver.scope().covers(alert, alerts.areas());
        return applies ? record.at().plus(receiver.repeat()) : null;
    }
}
