package io.muster.notifier;

import io.muster.domain.alert.Episode;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.Tiding.Kind;
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
final class News {

    private final Receiver receiver;
    private final Alerts alerts;
    private final Map<OfAlert, Mark> marks;

    News(Receiver receiver, Alerts alerts, Map<OfAlert, Mark> marks) {
        this.receiver = receiver;
        this.alerts = alerts;
        this.marks = marks;
    }

    /** Everything that is to be told at that time, but for waiting and quiet hours. */
    List<Tiding> at(Instant now) {
        List<Tiding> tidings = new ArrayList<>();
        alerts.rows().forEach((alert, row) -> {
            Tiding tiding = tiding(alert, row, marks.get(alert), now);
            if (tiding != null) {
                tidings.add(tiding);
            }
        });
        marks.forEach((alert, mark) -> {
            if (mark.mayBeBelievedToFire() && !alerts.rows().containsKey(alert)) {
                tidings.add(Tiding.withdrawn(alert, mark));
            }
        });
        return tidings;
    }

    /** When the next repeat after that time is due, if nothing changes; null if none ever is. */
    @Nullable
    Instant nextRepeat(Instant now) {
        return alerts.rows().entrySet().stream()
                .map(row -> repeatOf(row.getKey(), row.getValue(), marks.get(row.getKey())))
                .filter(at -> at != null && at.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Marks that say nothing any more: of alerts that are over, and of which there is no row. */
    List<OfAlert> forgettable() {
        return marks.entrySet().stream()
                .filter(mark ->
                        !mark.getValue().mayBeBelievedToFire() && !alerts.rows().containsKey(mark.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What was over before the receiver, or a part of its scope, was known. */
    List<AlertRow> history(@Nullable Scope before) {
        return alerts.rows().entrySet().stream()
                .filter(row -> !row.getValue().isFiring())
                .filter(row -> !marks.containsKey(row.getKey()))
                .filter(row -> receiver.scope().covers(row.getKey(), alerts.areas()))
                .filter(row -> before == null || !before.covers(row.getKey(), alerts.areas()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private @Nullable Tiding tiding(OfAlert alert, AlertRow row, @Nullable Mark mark, Instant now) {
        if (!receiver.scope().covers(alert, alerts.areas())) {
            return mark != null && mark.mayBeBelievedToFire() && !row.isFiring() ? Tiding.of(row, 0) : null;
        }
        if (mark != null && !mark.accepted()) {
            boolean same = mark.isAttempt(Kind.of(row), row.latest().firedAt());
            return same ? Tiding.again(row, mark) : Tiding.of(row, 0);
        }
        if (mark == null || isNews(row, mark)) {
            return Tiding.of(row, 0);
        }
        Instant repeat = repeatOf(alert, row, mark);
        if (repeat == null || repeat.isAfter(now)) {
            return null;
        }
        return receiver.forgets() ? Tiding.again(row, mark) : Tiding.of(row, mark.repeat() + 1);
    }

    private static boolean isNews(AlertRow row, Mark told) {
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

    private @Nullable Instant repeatOf(OfAlert alert, AlertRow row, @Nullable Mark mark) {
        if (receiver.repeat() == null || mark == null || !mark.accepted() || !mark.isFiring() || !row.isFiring()) {
            return null;
        }
        boolean applies = alert.rule().isCondition() && receiver.scope().covers(alert, alerts.areas());
        return applies ? mark.at().plus(receiver.repeat()) : null;
    }
}
