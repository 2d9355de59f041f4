package io.muster.contract.topic;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.InvalidFieldException;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Dimension;
import io.muster.domain.tally.RowKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds and parses the record keys of the public topics. The format of each key is defined here and nowhere else; the
 * key of the internal cells topic is {@link CellKey}.
 *
 * <p>Every {@code parse} method throws {@link InvalidFieldException} if the text is not such a key.
 */
public final class RecordKeys {

    private static final char INPUT_SEPARATOR = ':';
    static final char COUNT_SEPARATOR = '|';

    private static final Map<String, Dimension> DIMENSIONS = Arrays.stream(Dimension.values())
            .collect(Collectors.toUnmodifiableMap(Dimension::fieldName, dimension -> dimension));

    private static final Map<String, Function<String, RowKey>> ROW_PARSERS = Map.of(
            Topics.DAILY_COUNTS.name(), RecordKeys::parseDay,
            Topics.AREA_PROGRESS.name(), RecordKeys::parseArea,
            Topics.CAMPAIGN_PROGRESS.name(), key -> new RowKey.OfCampaign(new CampaignId(key)),
            Topics.SEGMENT_COUNTS.name(), RecordKeys::parseSegment,
            Topics.ALERTS.name(), RecordKeys::parseAlert);

    private RecordKeys() {}

    /** The parsed key of a record on {@code muster.targets}. */
    public record TargetKey(CampaignId campaignId, AreaId areaId) {}

    /**
     * The parsed key of a record on {@code muster.notifications}.
     *
     * @param alert null for the record that holds the receiver's scope
     */
    public record NotificationKey(String receiver, RowKey.@Nullable OfAlert alert) {}

    /** Key on {@code muster.enrollments}, {@code muster.corrections} and {@code muster.lost-statements}. */
    public static String participant(CampaignId campaignId, ParticipantRef participantRef) {
        return campaignId.value() + INPUT_SEPARATOR + participantRef.value();
    }

    /** The beginning that the participant keys of a campaign share. */
    public static String participantPrefix(CampaignId campaignId) {
        return campaignId.value() + INPUT_SEPARATOR;
    }

    /** The index in a participant key at which the participantRef starts; 0 if the key has no campaign. */
    public static int participantRefStart(String key) {
        return key.indexOf(INPUT_SEPARATOR) + 1;
    }

    /** Key on {@code muster.targets}. */
    public static String target(CampaignId campaignId, AreaId areaId) {
        return campaignId.value() + INPUT_SEPARATOR + areaId.value();
    }

    /** Parses a key of {@code muster.targets}. */
    public static TargetKey parseTarget(String key) {
        String[] parts = split(key, INPUT_SEPARATOR, 2, "campaignId:areaId");
        return new TargetKey(new CampaignId(parts[0]), new AreaId(parts[1]));
    }

    /** Key on {@code muster.daily-counts} and {@code muster.certified-counts}. */
    public static String day(CampaignId campaignId, AreaId areaId, LocalDate date) {
        return campaignId.value() + COUNT_SEPARATOR + areaId.value() + COUNT_SEPARATOR + date;
    }

    /** Parses a key of {@code muster.daily-counts} or {@code muster.certified-counts}. */
    public static RowKey.OfDay parseDay(String key) {
        String[] parts = split(key, COUNT_SEPARATOR, 3, "campaignId|areaId|date");
        try {
            return new RowKey.OfDay(new CampaignId(parts[0]), new AreaId(parts[1]), LocalDate.parse(parts[2]));
        } catch (DateTimeException e) {
            throw invalid("must end with a date such as 2023-05-18", key, e);
        }
    }

    /** Key on {@code muster.area-progress}. */
    public static String area(CampaignId campaignId, AreaId areaId) {
        return campaignId.value() + COUNT_SEPARATOR + areaId.value();
    }

    /** Parses a key of {@code muster.area-progress}. */
    public static RowKey.OfArea parseArea(String key) {
        String[] parts = split(key, COUNT_SEPARATOR, 2, "campaignId|areaId");
        return new RowKey.OfArea(new CampaignId(parts[0]), new AreaId(parts[1]));
    }

    /** Key on {@code muster.alerts}. */
    public static String alert(CampaignId campaignId, AreaId areaId, String rule) {
        return campaignId.value() + COUNT_SEPARATOR + areaId.value() + COUNT_SEPARATOR + rule;
    }

    /** Parses a key of {@code muster.alerts}. */
    public static RowKey.OfAlert parseAlert(String key) {
        String[] parts = split(key, COUNT_SEPARATOR, 3, "campaignId|areaId|rule");
        try {
            return new RowKey.OfAlert(new CampaignId(parts[0]), new AreaId(parts[1]), AlertRule.valueOf(parts[2]));
        } catch (IllegalArgumentException e) {
            throw invalid("must end with an alert rule", key, e);
        }
    }

    /** Key on {@code muster.segment-counts}. */
    public static String segment(CampaignId campaignId, AreaId areaId, String dimension, String value) {
        return campaignId.value()
                + COUNT_SEPARATOR
                + areaId.value()
                + COUNT_SEPARATOR
                + dimension
                + COUNT_SEPARATOR
                + value;
    }

    /** Parses a key of {@code muster.segment-counts}. The value comes last because it may contain the separator. */
    public static RowKey.OfSegment parseSegment(String key) {
        String[] parts = split(key, COUNT_SEPARATOR, 4, "campaignId|areaId|dimension|value");
        Dimension dimension = DIMENSIONS.get(parts[2]);
        if (dimension == null) {
            throw invalid("must name a dimension", key, null);
        }
        return new RowKey.OfSegment(new CampaignId(parts[0]), new AreaId(parts[1]), dimension, parts[3]);
    }

    /** Key of a row on its output topic. */
    public static String row(RowKey row) {
        if (row instanceof RowKey.OfDay key) {
            return day(key.campaignId(), key.areaId(), key.date());
        }
        if (row instanceof RowKey.OfSegment key) {
            return segment(key.campaignId(), key.areaId(), key.dimension().fieldName(), key.value());
        }
        if (row instanceof RowKey.OfArea key) {
            return area(key.campaignId(), key.areaId());
        }
        if (row instanceof RowKey.OfAlert key) {
            return alert(key.campaignId(), key.areaId(), key.rule().name());
        }
        return row.campaignId().value();
    }

    /** Parses the key of a row on the named output topic. */
    public static RowKey parseRow(String topic, String key) {
        Function<String, RowKey> parser = ROW_PARSERS.get(topic);
        if (parser == null) {
            throw new InvalidFieldException("topic", "must be a topic of rows, but is " + topic);
        }
        return parser.apply(key);
    }

    /**
     * Key on {@code muster.heartbeats}.
     *
     * @param stage in lower case
     */
    public static String heartbeat(String applicationId, String stage, int partition) {
        return applicationId + COUNT_SEPARATOR + stage + COUNT_SEPARATOR + partition;
    }

    /** Key on {@code muster.notifications} of what a receiver was told of an alert. */
    public static String notification(String receiver, RowKey.OfAlert alert) {
        return receiver + COUNT_SEPARATOR + row(alert);
    }

    /** Parses a key of {@code muster.notifications}. */
    public static NotificationKey parseNotification(String key) {
        int end = key.indexOf(COUNT_SEPARATOR);
        return end < 0
                ? new NotificationKey(key, null)
                : new NotificationKey(key.substring(0, end), parseAlert(key.substring(end + 1)));
    }

    /** Splits at the first separators; the last part keeps any further ones. */
    private static String[] split(String key, char separator, int count, String form) {
        String[] parts = new String[count];
        int start = 0;
        for (int i = 0; i < count - 1; i++) {
            int end = key.indexOf(separator, start);
            if (end < 0) {
                throw invalid("must be " + form, key, null);
            }
            parts[i] = key.substring(start, end);
            start = end + 1;
        }
        parts[count - 1] = key.substring(start);
        return parts;
    }

    private static InvalidFieldException invalid(String problem, String key, @Nullable Throwable cause) {
        InvalidFieldException invalid = new InvalidFieldException("key", problem + ", but is " + key);
        if (cause != null) {
            invalid.initCause(cause);
        }
        return invalid;
    }
}
