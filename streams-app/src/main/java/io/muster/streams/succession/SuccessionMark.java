package io.muster.streams.succession;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is left with the committed offsets of an application that another has succeeded, so that it is not started again beside it.
 *
 * @param successor the application id of the other
 * @param at when it took over
 */
record SuccessionMark(String successor, Instant at) {

    private static final Pattern TEXT = Pattern.compile("succeeded by (\\S+) at (\\S+)");

    /** As the metadata of an offset. */
    String toText() {
        return "succeeded by " + successor + " at " + at;
    }

    /** @return empty for the metadata that Kafka Streams leaves with its offsets, and anything else that is no mark */
    static Optional<SuccessionMark> parse(String metadata) {
        Matcher matcher = TEXT.matcher(metadata);
        try {
            return matcher.matches()
                    ? Optional.of(new SuccessionMark(matcher.group(1), Instant.parse(matcher.group(2))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
