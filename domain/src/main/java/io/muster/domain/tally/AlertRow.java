package io.muster.domain.tally;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Episode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One alert of one area. A row exists if the alert has ever fired, judged by current data.
 *
 * @param episodes each time the alert fired, in order; only the last may be unresolved
 */
public record AlertRow(CampaignId campaignId, AreaId areaId, AlertRule rule, List<Episode> episodes, Evidence evidence)
        implements Row {

    /**
     * The figures behind the alert.
     *
     * @param asOfDay the day of the figures: the as-of day while the alert fires, then the local day on which it was
     *     resolved
     * @param enrolled by the end of that day, or so far if the day is not over
     * @param expected the count that the plan expects at the end of the day before, rounded half-up to two decimals
     * @param attainmentPercent see {@link io.muster.domain.plan.Attainment}
     * @param requiredPerDay the count that is needed on each remaining day, that day included; null after the campaign
     * @param lastRecordedAt the latest {@code recordedAt} of any statement about the area or an area below; null once
     *     the alert is resolved
     */
    public record Evidence(
            LocalDate asOfDay,
            long enrolled,
            long target,
            @Nullable Double expected,
            @Nullable Double attainmentPercent,
            @Nullable Double requiredPerDay,
            @Nullable Instant lastRecordedAt) {}

    /** @throws IllegalArgumentException if there is no episode */
    public AlertRow {
        episodes = List.copyOf(episodes);
        if (episodes.isEmpty()) {
            throw new IllegalArgumentException("an alert row needs at least one episode");
        }
    }

    @Override
    public RowKey key() {
        return new RowKey.OfAlert(campaignId, areaId, rule);
    }

    public LocalDate asOfDay() {
        return evidence.asOfDay;
    }

    public long enrolled() {
        return evidence.enrolled;
    }

    public long target() {
        return evidence.target;
    }

    public @Nullable Double expected() {
        return evidence.expected;
    }

    public @Nullable Double attainmentPercent() {
        return evidence.attainmentPercent;
    }

    public @Nullable Double requiredPerDay() {
        return evidence.requiredPerDay;
    }

    public @Nullable Instant lastRecordedAt() {
        return evidence.lastRecordedAt;
    }

    /** The latest episode. */
    public Episode latest() {
        return episodes.get(episodes.size() - 1);
    }

    /** The earlier episodes, all resolved. */
    public List<Episode> earlier() {
        return episodes.subList(0, episodes.size() - 1);
    }

    public boolean isFiring() {
        return latest().resolvedAt() == null;
    }

    /** The time since which the alert has been firing or resolved. */
    public Instant since() {
        return Objects.requireNonNullElse(latest().resolvedAt(), latest().firedAt());
    }
}
