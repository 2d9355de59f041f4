package io.muster.dashboard.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One local day of an area.
 *
 * @param adjustment enrolled − certified
 * @param cumulative enrolled from the first day of the campaign to this one; null outside the campaign and ahead
 * @param mean7 mean of up to seven days of the campaign that end on this one, rounded to two decimals; null likewise
 * @param ahead whether it is a day of the campaign after the as-of day: it is in no figure to date
 */
public record DayFigures(
        LocalDate date,
        long enrolled,
        long withdrawn,
        @Nullable Long certified,
        @Nullable Long adjustment,
        @Nullable Long cumulative,
        @Nullable Double mean7,
        boolean inPeriod,
        boolean ahead) {

    /**
     * The days of an area, and what was planned.
     *
     * @param days every day of the campaign up to the as-of day, and counted days after it and outside the campaign
     * @param plan from the day before the campaign to its end; empty without a target
     * @param projection null where nothing can be foreseen
     */
    public record OfArea(
            String campaignId,
            String areaId,
            LocalDate asOfDay,
            Instant computedAt,
            @Nullable Long target,
            List<DayFigures> days,
            List<Planned> plan,
            @Nullable Projected projection) {}

    /** What is to be reached by the end of a day, rounded to two decimals. */
    public record Planned(LocalDate date, double planned) {}

    /** Where it leads. */
    public record Projected(
            LocalDate from,
            LocalDate to,
            double projected,
            @Nullable Double low,
            @Nullable Double high) {}
}
