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
 * Where an area stands.
 *
 * @param row as it was published
 * @param names by language; empty while the area is not defined
 * @param kind null while the area is not defined
 * @param hasChildren whether any area of the campaign is directly below it
 * @param recentDays enrolled on the seven days that end on the as-of day, oldest first; 0 on days outside the campaign
 * @param gap enrolled − expected, rounded to two decimals; null without a target
 * @param expectedPersons {@code expected} in whole persons, no fewer than the plan asks for; null without a target
 * @param requiredPersonsPerDay {@code requiredPerDay} likewise
 * @param alerts the rules by which it alerts now
 * @param certifiedThrough the last day that is signed off
 * @param adjustment enrolled − certified over all certified days of the campaign; null where there are none
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
