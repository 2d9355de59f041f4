package io.muster.streams.mapping;

import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.statement.Dimension;
import io.muster.domain.tally.RowKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A row's topic and record key as one text, {@code topic|record key}. The tally stores it for each row that it
 * published.
 */
public final class PublishedKey {

    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(String.valueOf(RecordKeys.COUNT_SEPARATOR)));

    private PublishedKey() {}

    public static String of(RowRecord record) {
        return record.topic().name() + RecordKeys.COUNT_SEPARATOR + record.key();
    }

    /** @throws IllegalArgumentException if the text is not such a key */
    public static RowKey parse(String text) {
        try {
            // the value of a segment comes last and may contain separators
            return parse(SEPARATOR.split(text, 5));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not the key of a row: " + text, e);
        }
    }

    private static RowKey parse(String[] parts) {
        if (parts[0].equals(Topics.DAILY_COUNTS.name())) {
            return new RowKey.OfDay(parts[1], parts[2], LocalDate.parse(parts[3]));
        }
        if (parts[0].equals(Topics.AREA_PROGRESS.name())) {
            return new RowKey.OfArea(parts[1], parts[2]);
        }
        if (parts[0].equals(Topics.SEGMENT_COUNTS.name())) {
            return new RowKey.OfSegment(parts[1], parts[2], dimension(parts[3]), parts[4]);
        }
        if (parts[0].equals(Topics.ALERTS.name())) {
            return new RowKey.OfAlert(parts[1], parts[2], AlertRule.valueOf(parts[3]));
        }
        if (parts[0].equals(Topics.CAMPAIGN_PROGRESS.name())) {
            return new RowKey.OfCampaign(parts[1]);
        }
        throw new IllegalArgumentException("no topic of rows is named " + parts[0]);
    }

    private static Dimension dimension(String fieldName) {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> dimension.fieldName().equals(fieldName))
                .findFirst()
                .orElseThrow();
    }
}
