package io.muster.domain.tally;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Episode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One alert of one area. There is a row where, by what is known now, the alert ever fired.
 *
 * @param episodes every time it fired, by time; only the last may not be resolved
 * @param asOfDay of the figures: the as-of day while it fires, then the local day on which it was resolved
 * @param enrolled by the end of that day, or by now if it is not over
 * @param expected by the plan for the end of the day before, rounded half-up to two decimals
 * @param attainmentPercent see {@link io.muster.domain.plan.Attainment}
 * @param requiredPerDay what each day left must bring, that day included; null after the campaign
 * @param lastRecordedAt of any statement about the area or below, while it fires
 */
public record AlertRow(
        String campaignId,
        String areaId,
        AlertRule rule,
        List<Episode> episodes,
        LocalDate asOfDay,
        long enrolled,
        long target,
        @Nullable Double expected,
        @Nullable Double attainmentPercent,
        @Nullable Double requiredPerDay,
        @Nullable Instant lastRecordedAt)
        implements Row {

    /** @throws IllegalArgumentException without an episode */
    public AlertRow {
        episodes = List.copyOf(episodes);
        if (episodes.isEmpty()) {
            throw new IllegalArgumentException("an alert that never fired is none");
        }
    }

    @Override
    public RowKey key() {
        return new RowKey.OfAlert(campaignId, areaId, rule);
    }

    /** The last time it fired. */
    public Episode latest() {
        return episodes.get(episodes.size() - 1);
    }

    /** The times it fired before, all resolved. */
    public List<Episode> earlier() {
        return episodes.subList(0, episodes.size() - 1);
    }

    public boolean isFiring() {
        return latest().resolvedAt() == null;
    }

    /** Since when it is firing, or resolved. */
    public Instant since() {
        return Objects.requireNonNullElse(latest().resolvedAt(), latest().firedAt());
    }
}
