package io.muster.streams.mapping;

import io.muster.contract.topic.RecordKeys;
import io.muster.domain.InvalidFieldException;
import io.muster.domain.tally.RowKey;

/**
 * A row's topic and record key as one text, {@code topic|record key}. The tally stores it for each row that it
 * published.
 */
public final class PublishedKey {

    private static final char SEPARATOR = '|';

    private PublishedKey() {}

    public static String of(RowRecord record) {
        return of(record.topic().name(), record.key());
    }

    public static String of(String topic, String recordKey) {
        return topic + SEPARATOR + recordKey;
    }

    /** @throws IllegalArgumentException if the text is not such a key */
    public static RowKey parse(String text) {
        int end = text.indexOf(SEPARATOR);
        try {
            return RecordKeys.parseRow(text.substring(0, Math.max(0, end)), text.substring(end + 1));
        } catch (InvalidFieldException e) {
            throw new IllegalArgumentException("not the key of a row: " + text, e);
        }
    }
}
