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
 * When an area was, and is, silent: from {@code silentHours} after its last statement, or after the start of the campaign, until the next
 * statement, the day on which it reached its target, or the end of the campaign. A statement that was recorded later than now, by a clock
 * that is fast, is not made yet.
 *
 * @param silence a day at least, for which {@link RecordedTimes} are exact
 * @param completedOn the day on which the area reached its target; null while it has not
 */
public record Silence(
        Campaign campaign, Duration silence, @Nullable LocalDate completedOn) {

    /** By time; only the last may not be resolved. */
    public List<Episode> episodes(RecordedTimes recorded, Instant now) {
        List<Episode> episodes = new ArrayList<>();
        long spoke = start();
        for (int day = 0; day < recorded.days() && recorded.first(day) <= now.toEpochMilli(); day++) {
            if (recorded.last(day) > spoke) {
                add(episodes, spoke, Instant.ofEpochMilli(recorded.first(day)));
                spoke = recorded.last(day);
            }
        }
        Instant fired = firesAt(spoke);
        if (fired != null && !fired.isAfter(now)) {
            add(episodes, spoke, now.isBefore(end()) ? null : end());
        }
        return episodes;
    }

    /** When it will fire or be resolved, if nothing more is stated until then; null if it never will. */
    public @Nullable Instant next(RecordedTimes recorded, Instant now) {
        long spoke = start();
        for (int day = 0; day < recorded.days(); day++) {
            Instant first = Instant.ofEpochMilli(recorded.first(day));
            if (first.isAfter(now)) {
                return earlier(firesAfter(spoke, now), first);
            }
            spoke = Math.max(spoke, recorded.last(day));
        }
        return firesAfter(spoke, now);
    }

    private @Nullable Instant firesAfter(long spoke, Instant now) {
        Instant fires = firesAt(spoke);
        return fires == null || !fires.isAfter(now) ? null : fires;
    }

    private static Instant earlier(@Nullable Instant a, Instant b) {
        return a == null || b.isBefore(a) ? b : a;
    }

    private void add(List<Episode> episodes, long spoke, @Nullable Instant next) {
        Instant fired = firesAt(spoke);
        if (fired != null && (next == null || next.isAfter(fired))) {
            episodes.add(new Episode(fired, next == null || next.isBefore(end()) ? next : end()));
        }
    }

    /** Null where there is nothing to wait for any more. */
    private @Nullable Instant firesAt(long spoke) {
        Instant fires = Instant.ofEpochMilli(spoke).plus(silence);
        return fires.isBefore(end()) ? fires : null;
    }

    private long start() {
        return campaign.startOf(campaign.startsOn()).toEpochMilli();
    }

    /** From when on silence is nothing to worry about. */
    private Instant end() {
        return campaign.startOf(completedOn == null ? campaign.endsOn().plusDays(1) : completedOn);
    }
}
