package io.muster.domain.oracle;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.DayRow;
import io.muster.domain.tally.Row;
import io.muster.domain.tally.SegmentRow;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All published rows, each under the key of its record.
 *
 * @param days by {@code campaignId|areaId|date}
 * @param areas by {@code campaignId|areaId}
 * @param segments by {@code campaignId|areaId|dimension|value}
 * @param campaigns by campaign id
 * @param alerts by {@code campaignId|areaId|rule}
 */
public record Rows(
        SortedMap<String, DayRow> days,
        SortedMap<String, AreaRow> areas,
        SortedMap<String, SegmentRow> segments,
        SortedMap<String, CampaignRow> campaigns,
        SortedMap<String, AlertRow> alerts) {

    /**
     * Sorts mixed rows by kind and key.
     *
     * @throws IllegalArgumentException if two rows have the same key
     */
    public static Rows of(Collection<Row> rows) {
        return of(
                only(DayRow.class, rows),
                only(AreaRow.class, rows),
                only(SegmentRow.class, rows),
                only(CampaignRow.class, rows),
                only(AlertRow.class, rows));
    }

    /** @throws IllegalArgumentException if two rows have the same key */
    public static Rows of(
            Collection<DayRow> days,
            Collection<AreaRow> areas,
            Collection<SegmentRow> segments,
            Collection<CampaignRow> campaigns,
            Collection<AlertRow> alerts) {
        return new Rows(
                byKey(days, row -> row.campaignId() + "|" + row.areaId() + "|" + row.date()),
                byKey(areas, row -> row.campaignId() + "|" + row.areaId()),
                byKey(
                        segments,
                        row -> row.campaignId() + "|" + row.areaId() + "|"
                                + row.dimension().fieldName() + "|" + row.value()),
                byKey(campaigns, row -> row.campaignId().value()),
                byKey(alerts, row -> row.campaignId() + "|" + row.areaId() + "|" + row.rule()));
    }

    /** The number of rows of all kinds. */
    public int size() {
        return days.size() + areas.size() + segments.size() + campaigns.size() + alerts.size();
    }

    /**
     * @param date e.g. 2023-05-12
     * @throws AssertionError if there is no such row
     */
    public DayRow day(String campaignId, String areaId, String date) {
        return row(days, campaignId + "|" + areaId + "|" + date);
    }

    /** @throws AssertionError if there is no such row */
    public AreaRow area(String campaignId, String areaId) {
        return row(areas, campaignId + "|" + areaId);
    }

    /** @throws AssertionError if there is no such row */
    public CampaignRow campaign(String campaignId) {
        return row(campaigns, campaignId);
    }

    /** The alerts of an area, by rule. */
    public Map<AlertRule, AlertRow> alerts(String campaignId, String areaId) {
        return alerts.values().stream()
                .filter(alert -> alert.campaignId().value().equals(campaignId)
                        && alert.areaId().value().equals(areaId))
                .collect(Collectors.toMap(AlertRow::rule, alert -> alert));
    }

    private static <R> List<R> only(Class<R> kind, Collection<Row> rows) {
        return rows.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <R> R row(Map<String, R> rows, String key) {
        R row = rows.get(key);
        if (row == null) {
            throw new AssertionError("no row " + key + " among " + rows.keySet());
        }
        return row;
    }

    private static <R> SortedMap<String, R> byKey(Collection<R> rows, Function<R, String> key) {
        SortedMap<String, R> byKey = new TreeMap<>();
        for (R row : rows) {
            R other = byKey.put(key.apply(row), row);
            if (other != null) {
                throw new IllegalArgumentException("two rows of one key: " + other + " and " + row);
            }
        }
        return Collections.unmodifiableSortedMap(byKey);
    }
}
