package io.muster.e2e;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.alert.Episode;
import io.muster.domain.oracle.Rows;
import io.muster.domain.plan.Pace;
import io.muster.domain.plan.PaceStatus;
import io.muster.domain.statement.Dimension;
import io.muster.domain.tally.AlertRow;
import io.muster.domain.tally.AreaRow;
import io.muster.domain.tally.CampaignRow;
import io.muster.domain.tally.CampaignRow.DataQuality;
import io.muster.domain.tally.CampaignRow.Leader;
import io.muster.domain.tally.CampaignRow.LevelLeaders;
import io.muster.domain.tally.CampaignRow.SourceCount;
import io.muster.domain.tally.CampaignRow.UnplacedArea;
import io.muster.domain.tally.DayRow;
import io.muster.domain.tally.SegmentRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows on the output topics, for comparison with {@link io.muster.domain.oracle.Recount}. Read by field name,
 * without the application's own mapping.
 */
public final class PublishedRows {

    private PublishedRows() {}

    /** @throws AssertionError if the key of a record does not match its value */
    public static Rows read(Connection connection) {
        TopicReader reader = new TopicReader(connection);
        Map<String, GenericRecord> days = reader.latest(Topics.DAILY_COUNTS);
        Map<String, GenericRecord> areas = reader.latest(Topics.AREA_PROGRESS);
        Map<String, GenericRecord> segments = reader.latest(Topics.SEGMENT_COUNTS);
        Map<String, GenericRecord> campaigns = reader.latest(Topics.CAMPAIGN_PROGRESS);
        Map<String, GenericRecord> alerts = reader.latest(Topics.ALERTS);
        Rows rows = Rows.of(
                map(days.values(), PublishedRows::day),
                map(areas.values(), PublishedRows::area),
                map(segments.values(), PublishedRows::segment),
                map(campaigns.values(), PublishedRows::campaign),
                map(alerts.values(), PublishedRows::alert));
        requireKeys(days, rows.days());
        requireKeys(areas, rows.areas());
        requireKeys(segments, rows.segments());
        requireKeys(campaigns, rows.campaigns());
        requireKeys(alerts, rows.alerts());
        return rows;
    }

    private static void requireKeys(Map<String, ?> onTopic, Map<String, ?> byValue) {
        if (!onTopic.keySet().equals(byValue.keySet())) {
            throw new AssertionError("keys " + onTopic.keySet() + " of values " + byValue.keySet());
        }
    }

    private static DayRow day(GenericRecord record) {
        DayRow row = new DayRow(
                campaignId(record),
                areaId(record),
                Objects.requireNonNull(date(record, "date")),
                number(record, "enrolled"),
                number(record, "withdrawn"),
                (Long) record.get("certified"));
        requireEqual("adjustment", record, row.adjustment());
        return row;
    }

    private static AreaRow area(GenericRecord record) {
        String parentId = optionalText(record, "parentId");
        AreaRow row = new AreaRow(
                new AreaRow.Placement(
                        campaignId(record), areaId(record), AreaId.ofNullable(parentId), text(record, "level")),
                Objects.requireNonNull(date(record, "asOfDay")),
                new AreaRow.Counts(
                        number(record, "enrolled"),
                        number(record, "withdrawn"),
                        number(record, "outsidePeriod"),
                        number(record, "datedAhead"),
                        number(record, "today"),
                        number(record, "last7Days"),
                        new AreaRow.Own(
                                number(record, "ownEnrolled"),
                                number(record, "ownToday"),
                                number(record, "ownLast7Days"))),
                new AreaRow.Goal(
                        (Long) record.get("target"),
                        (Double) record.get("attainmentPercent"),
                        date(record, "completedOn"),
                        (Long) record.get("childrenTarget")),
                (Long) record.get("stock"),
                new AreaRow.Ranks((Integer) record.get("rankByCount"), (Integer) record.get("rankByAttainment")),
                instant(record, "lastRecordedAt"),
                pace(record));
        requireEqual("childrenTargetDifference", record, row.childrenTargetDifference());
        return row;
    }

    private static Pace pace(GenericRecord record) {
        return new Pace(
                (Double) record.get("expected"),
                (Double) record.get("expectedEndOfDay"),
                (Double) record.get("requiredPerDay"),
                new Pace.Forecast(
                        (Double) record.get("projected"),
                        (Double) record.get("projectedLow"),
                        (Double) record.get("projectedHigh"),
                        (Double) record.get("projectedByPlan"),
                        date(record, "projectedCompletionOn")),
                PaceStatus.valueOf(text(record, "status")));
    }

    private static AlertRow alert(GenericRecord record) {
        List<Episode> episodes = new ArrayList<>(map(
                list(record, "earlier"),
                earlier -> new Episode(moment(earlier, "firedAt"), moment(earlier, "resolvedAt"))));
        boolean isFiring = text(record, "state").equals("FIRING");
        episodes.add(new Episode(moment(record, "firedAt"), isFiring ? null : moment(record, "since")));
        AlertRow row = new AlertRow(
                campaignId(record),
                areaId(record),
                AlertRule.valueOf(text(record, "rule")),
                episodes,
                new AlertRow.Evidence(
                        Objects.requireNonNull(date(record, "asOfDay")),
                        number(record, "enrolled"),
                        number(record, "target"),
                        (Double) record.get("expected"),
                        (Double) record.get("attainmentPercent"),
                        (Double) record.get("requiredPerDay"),
                        instant(record, "lastRecordedAt")));
        requireEqual("since", record, row.since().toEpochMilli());
        return row;
    }

    private static Instant moment(GenericRecord record, String field) {
        return Objects.requireNonNull(instant(record, field), field);
    }

    private static SegmentRow segment(GenericRecord record) {
        Dimension dimension = Stream.of(Dimension.values())
                .filter(one -> one.fieldName().equals(text(record, "dimension")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such dimension: " + record));
        return new SegmentRow(
                campaignId(record), areaId(record), dimension, text(record, "value"), number(record, "enrolled"));
    }

    private static CampaignRow campaign(GenericRecord record) {
        GenericRecord root = (GenericRecord) record.get("progress");
        return new CampaignRow(
                campaignId(record),
                date(record, "asOfDay"),
                root == null ? null : area(root),
                (Long) record.get("stock"),
                (Long) record.get("stockTarget"),
                map(list(record, "leaders"), PublishedRows::level),
                quality((GenericRecord) record.get("dataQuality")));
    }

    private static LevelLeaders level(GenericRecord record) {
        return new LevelLeaders(
                text(record, "level"),
                map(list(record, "byCount"), PublishedRows::leader),
                map(list(record, "byAttainment"), PublishedRows::leader));
    }

    private static Leader leader(GenericRecord record) {
        return new Leader((Integer) record.get("rank"), areaId(record), number(record, "enrolled"), (Double)
                record.get("attainmentPercent"));
    }

    private static DataQuality quality(GenericRecord record) {
        return new DataQuality(
                (Boolean) record.get("campaignKnown"),
                new DataQuality.Unplaced(
                        number(record, "unplaced"), number(record, "unknownArea"), number(record, "outsideTree")),
                number(record, "outsidePeriod"),
                new DataQuality.Definitions(
                        (Integer) record.get("orphanAreas"), (Integer) record.get("cyclicAreas"), (Integer)
                                record.get("targetMismatches")),
                number(record, "datedAhead"),
                map(list(record, "unplacedAreas"), PublishedRows::unplacedArea),
                map(list(record, "recordedAhead"), PublishedRows::source),
                map(list(record, "changedElsewhere"), PublishedRows::source));
    }

    private static SourceCount source(GenericRecord record) {
        return new SourceCount(text(record, "source"), number(record, "participants"));
    }

    private static UnplacedArea unplacedArea(GenericRecord record) {
        return new UnplacedArea(areaId(record), number(record, "enrolled"), (Boolean) record.get("known"));
    }

    private static void requireEqual(String field, GenericRecord record, @Nullable Object expected) {
        if (!Objects.equals(record.get(field), expected)) {
            throw new AssertionError(field + " should be " + expected + " in " + record);
        }
    }

    private static <V, R> List<R> map(Collection<V> values, Function<V, R> mapping) {
        return values.stream().map(mapping).toList();
    }

    @SuppressWarnings("unchecked") // the schema guarantees it
    private static List<GenericRecord> list(GenericRecord record, String field) {
        return (List<GenericRecord>) record.get(field);
    }

    private static CampaignId campaignId(GenericRecord record) {
        return new CampaignId(text(record, "campaignId"));
    }

    private static AreaId areaId(GenericRecord record) {
        return new AreaId(text(record, "areaId"));
    }

    private static String text(GenericRecord record, String field) {
        return Objects.requireNonNull(optionalText(record, field));
    }

    private static @Nullable String optionalText(GenericRecord record, String field) {
        Object text = record.get(field);
        return text == null ? null : text.toString();
    }

    private static long number(GenericRecord record, String field) {
        return (Long) record.get(field);
    }

    private static @Nullable LocalDate date(GenericRecord record, String field) {
        Integer days = (Integer) record.get(field);
        return days == null ? null : LocalDate.ofEpochDay(days);
    }

    private static @Nullable Instant instant(GenericRecord record, String field) {
        Long millis = (Long) record.get(field);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
