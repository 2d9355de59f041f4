package io.muster.streams.mapping;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Where on the enrollments topic a producer put a record. If the key belongs to another partition, a copy is rerouted
 * there. A header of the copy holds its origin.
 *
 * @param partition of the enrollments topic
 * @param offset in the partition
 */
public record Origin(int partition, long offset) {

    private static final String HEADER = "muster.sent-home-from";
    private static final char SEPARATOR = '@';

    /** Whether the record is a rerouted copy. */
    public static boolean isCopy(Headers headers) {
        return headers.lastHeader(HEADER) != null;
    }

    /** @return the origin in the header of a copy; {@code here} if the header is missing or unreadable */
    public static Origin of(Headers headers, Origin here) {
        Header header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return here;
        }
        String text = new String(header.value(), StandardCharsets.UTF_8);
        int separator = text.indexOf(SEPARATOR);
        try {
            return new Origin(
                    Integer.parseInt(text.substring(0, Math.max(0, separator))),
                    Long.parseLong(text.substring(separator + 1)));
        } catch (NumberFormatException e) {
            return here;
        }
    }

    /** The headers of a rerouted copy: those of the record, and its origin. */
    public Headers addedTo(Headers received) {
        Headers headers = new RecordHeaders(received);
        headers.add(HEADER, (partition + "" + SEPARATOR + offset).getBytes(StandardCharsets.UTF_8));
        return headers;
    }
}
