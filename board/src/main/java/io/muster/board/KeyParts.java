package io.muster.board;

import io.muster.contract.topic.RecordKeys;
import java.util.List;
import java.util.regex.Pattern;

/** The parts of a record key: campaign id, area id, and possibly more. */
record KeyParts(List<String> parts) {

    private static final Pattern COUNT = Pattern.compile(Pattern.quote(String.valueOf(RecordKeys.COUNT_SEPARATOR)));
    private static final Pattern INPUT = Pattern.compile(Pattern.quote(String.valueOf(RecordKeys.INPUT_SEPARATOR)));

    /** Parses the key of an output row. Its last part may contain the separator. */
    static KeyParts ofCount(String key, int count) {
        return split(COUNT, key, count);
    }

    /** Parses the key of a target. */
    static KeyParts ofInput(String key) {
        return split(INPUT, key, 2);
    }

    String campaignId() {
        return parts.get(0);
    }

    String areaId() {
        return parts.get(1);
    }

    String at(int index) {
        return parts.get(index);
    }

    private static KeyParts split(Pattern separator, String key, int count) {
        List<String> parts = List.of(separator.split(key, count));
        if (parts.size() != count) {
            throw new IllegalArgumentException(
                    "the key has " + parts.size() + " of " + count + " parts around '" + separator + "': " + key);
        }
        return new KeyParts(parts);
    }
}
