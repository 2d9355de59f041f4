package io.muster.domain.alert;

import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.RecordedTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an area was, and is, silent: from {@code silentHours} after its last statement, or after the start of the campaign, until the next
 * statement, or the end of the campaign.
 *
 * @param silence a day at least, for which {@link RecordedTimes} are exact
 */
public record Silence(Campaign campaign, Duration silence) {

    /** By time; only the last may not be resolved. */
    public List<Episode> episodes(RecordedTimes recorded, Instant now) {
        List<Episode> episodes = new ArrayList<>();
        long spoke = start();
        for (int day = 0; day < recorded.days(); day++) {
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

    /** When it will fire if nothing is stated until then; null if it does already, or never will. */
    public @Nullable Instant next(RecordedTimes recorded, Instant now) {
        Instant fired = firesAt(Math.max(start(), recorded.last()));
        return fired == null || !fired.isAfter(now) ? null : fired;
    }

    private void add(List<Episode> episodes, long spoke, @Nullable Instant next) {
        Instant fired = firesAt(spoke);
        if (fired != null && (next == null || next.isAfter(fired))) {
            episodes.add(new Episode(fired, next == null || next.isBefore(end()) ? next : end()));
        }
    }

    /** Null where that is after the campaign. */
    private @Nullable Instant firesAt(long spoke) {
        Instant fires = Instant.ofEpochMilli(spoke).plus(silence);
        return fires.isBefore(end()) ? fires : null;
    }

    private long start() {
        return campaign.startOf(campaign.startsOn()).toEpochMilli();
    }

    private Instant end() {
        return campaign.startOf(campaign.endsOn().plusDays(1));
    }
}
