package io.muster.dashboard.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.reference.Area.TilePosition;
import io.muster.domain.tally.AreaRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an area.
 *
 * @param row the published row
 * @param hasChildren whether any area of the campaign is directly below it
 * @param recentDays enrolled on the seven days ending on the as-of day, oldest first; 0 on days outside the campaign
 * @param alerts rules with a firing alert
 */
public record AreaFigures(
        @JsonUnwrapped AreaRow row,
        Instant computedAt,
        @JsonUnwrapped Definition definition,
        boolean hasChildren,
        List<Long> recentDays,
        @JsonUnwrapped Plan plan,
        List<AlertRule> alerts,
        @JsonUnwrapped Certification certification) {

    /**
     * The definition of the area.
     *
     * @param names by language; empty if the area is not defined
     * @param kind null if the area is not defined
     */
    public record Definition(
            Map<String, String> names,
            @Nullable String kind,
            @Nullable TilePosition tile) {}

    /**
     * The area compared with its plan; null without a target.
     *
     * @param gap enrolled − expected, rounded to two decimals
     * @param expectedPersons {@code expected} in whole persons, rounded up
     * @param requiredPersonsPerDay {@code requiredPerDay} in whole persons, rounded up
     */
    public record Plan(
            @Nullable Double gap,
            @Nullable Long expectedPersons,
            @Nullable Long requiredPersonsPerDay) {}

    /**
     * The certified days; null if there are none.
     *
     * @param certifiedThrough last certified day
     * @param adjustment enrolled − certified over all certified days of the campaign
     */
    public record Certification(
            @Nullable LocalDate certifiedThrough, @Nullable Long adjustment) {}

    Map<String, String> names() {
        return definition.names();
    }

    @Nullable
    Double gap() {
        return plan.gap();
    }
}
