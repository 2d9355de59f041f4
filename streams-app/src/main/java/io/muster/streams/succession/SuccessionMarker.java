package io.muster.streams.succession;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Marks an application as succeeded, in the metadata of its committed offsets, so that it is not started again beside
 * its successor.
 *
 * @param successor the application id of the successor
 * @param at when the successor took over
 */
record SuccessionMarker(String successor, Instant at) {

    private static final Pattern TEXT = Pattern.compile("succeeded by (\\S+) at (\\S+)");

    /** The marker as metadata of an offset. */
    String toText() {
        return "succeeded by " + successor + " at " + at;
    }

    /** @return empty for other metadata, such as that of Kafka Streams */
    static Optional<SuccessionMarker> parse(String metadata) {
        Matcher matcher = TEXT.matcher(metadata);
        try {
            return matcher.matches()
                    ? Optional.of(new SuccessionMarker(matcher.group(1), Instant.parse(matcher.group(2))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
