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
 * @param names by language; empty if the area is not defined
 * @param kind null if the area is not defined
 * @param hasChildren whether any area of the campaign is directly below it
 * @param recentDays enrolled on the seven days ending on the as-of day, oldest first; 0 on days outside the campaign
 * @param gap enrolled − expected, rounded to two decimals; null without a target
 * @param expectedPersons {@code expected} in whole persons, rounded up; null without a target
 * @param requiredPersonsPerDay {@code requiredPerDay} in whole persons, rounded up
 * @param alerts rules with a firing alert
 * @param certifiedThrough last certified day
 * @param adjustment enrolled − certified over all certified days of the campaign; null if there are none
 */
public record AreaFigures(
        @JsonUnwrapped AreaRow row,
        Instant computedAt,
        Map<String, String> names,
        @Nullable String kind,
        @Nullable TilePosition tile,
        boolean hasChildren,
        List<Long> recentDays,
        @Nullable Double gap,
        @Nullable Long expectedPersons,
        @Nullable Long requiredPersonsPerDay,
        List<AlertRule> alerts,
        @Nullable LocalDate certifiedThrough,
        @Nullable Long adjustment) {}
