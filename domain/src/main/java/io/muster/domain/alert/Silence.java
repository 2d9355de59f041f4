package io.muster.domain.alert;

import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.RecordedTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule for the alert SILENT of one area. It fires when no statement has been recorded for {@code silence}, counted
 * from the last statement or from the start of the campaign. It is resolved by the next statement, at the start of the
 * day on which the area reaches its target, or at the end of the campaign. A statement recorded later than now, by a
 * fast clock, is ignored until its time comes.
 *
 * @param silence at least a day, because {@link RecordedTimes} are exact only for silences of a day or longer
 * @param completedOn the day on which the area reached its target; null if it has not
 */
public record Silence(
        Campaign campaign, Duration silence, @Nullable LocalDate completedOn) {

    /** The episodes in order of time. Only the last one can be unresolved. */
    public List<Episode> episodes(RecordedTimes recorded, Instant now) {
        List<Episode> episodes = new ArrayList<>();
        long lastStatement = start();
        for (int day = 0; day < recorded.days() && recorded.first(day) <= now.toEpochMilli(); day++) {
            if (recorded.last(day) > lastStatement) {
                add(episodes, lastStatement, Instant.ofEpochMilli(recorded.first(day)));
                lastStatement = recorded.last(day);
            }
        }
        Instant fired = firesAt(lastStatement);
        if (fired != null && !fired.isAfter(now)) {
            add(episodes, lastStatement, now.isBefore(end()) ? null : end());
        }
        return episodes;
    }

    /**
     * When the alert next fires, or a statement recorded later than now takes effect, whichever is earlier; null if
     * neither happens.
     */
    public @Nullable Instant next(RecordedTimes recorded, Instant now) {
        long lastStatement = start();
        for (int day = 0; day < recorded.days(); day++) {
            Instant first = Instant.ofEpochMilli(recorded.first(day));
            if (first.isAfter(now)) {
                return earlier(firesAfter(lastStatement, now), first);
            }
            lastStatement = Math.max(lastStatement, recorded.last(day));
        }
        return firesAfter(lastStatement, now);
    }

    private @Nullable Instant firesAfter(long lastStatement, Instant now) {
        Instant fires = firesAt(lastStatement);
        return fires == null || !fires.isAfter(now) ? null : fires;
    }

    private static Instant earlier(@Nullable Instant a, Instant b) {
        return a == null || b.isBefore(a) ? b : a;
    }

    private void add(List<Episode> episodes, long lastStatement, @Nullable Instant next) {
        Instant fired = firesAt(lastStatement);
        if (fired != null && (next == null || next.isAfter(fired))) {
            episodes.add(new Episode(fired, next == null || next.isBefore(end()) ? next : end()));
        }
    }

    /** When the alert fires after a last statement; null if that is not before the end. */
    private @Nullable Instant firesAt(long lastStatement) {
        Instant fires = Instant.ofEpochMilli(lastStatement).plus(silence);
        return fires.isBefore(end()) ? fires : null;
    }

    private long start() {
        return campaign.startOf(campaign.startsOn()).toEpochMilli();
    }

    /** The time from which silence no longer matters: the day of completion, or the end of the campaign. */
    private Instant end() {
        return campaign.startOf(completedOn == null ? campaign.endsOn().plusDays(1) : completedOn);
    }
}
