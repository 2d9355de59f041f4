package io.muster.dashboard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an area on one local day.
 *
 * @param cumulative enrolled from the first day of the campaign up to this day; null outside the campaign and ahead
 * @param mean7 mean of up to seven days of the campaign ending on this day, rounded to two decimals; null as {@code
 *     cumulative}
 * @param ahead whether it is a day of the campaign after the as-of day; not counted yet
 */
public record DayFigures(
        LocalDate date,
        @JsonUnwrapped Counts counts,
        @Nullable Long cumulative,
        @Nullable Double mean7,
        boolean inPeriod,
        boolean ahead) {

    /**
     * The counts of the day.
     *
     * @param adjustment enrolled − certified
     */
    public record Counts(
            long enrolled,
            long withdrawn,
            @Nullable Long certified,
            @Nullable Long adjustment) {}

    /**
     * The days of an area, its plan and its projection.
     *
     * @param days every day of the campaign up to the as-of day, and days with counts after it or outside the campaign
     * @param plan from the day before the campaign to its end; empty without a target
     * @param projection null if there is no projection
     */
    public record OfArea(
            CampaignId campaignId,
            AreaId areaId,
            LocalDate asOfDay,
            Instant computedAt,
            @Nullable Long target,
            List<DayFigures> days,
            List<Planned> plan,
            @Nullable Projected projection) {}

    /** The planned count at the end of a day, rounded to two decimals. */
    public record Planned(LocalDate date, double planned) {}

    /** The projected count at the end of the campaign. */
    public record Projected(
            LocalDate from,
            LocalDate to,
            double projected,
            @Nullable Double low,
            @Nullable Double high) {}
}
