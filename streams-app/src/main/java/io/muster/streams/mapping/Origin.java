package io.muster.streams.mapping;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Where on the enrollments topic a record was put by its sender. Of one that is in a partition its key does not belong to, a copy
 * is sent home; that says in a header where it came from.
 *
 * @param partition of the enrollments topic
 * @param offset in the partition
 */
public record Origin(int partition, long offset) {

    private static final String HEADER = "muster.sent-home-from";
    private static final char SEPARATOR = '@';

    /** Whether a header says where the record came from, so that it is a copy. */
    public static boolean isGiven(Headers headers) {
        return headers.lastHeader(HEADER) != null;
    }

    /** @return what its header says of a record; {@code here} if it says nothing, or nothing that can be read */
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

    /** The headers of the copy that is sent home: those the record came with, and where from. */
    public Headers addedTo(Headers received) {
        Headers headers = new RecordHeaders(received);
        headers.add(HEADER, (partition + "" + SEPARATOR + offset).getBytes(StandardCharsets.UTF_8));
        return headers;
    }
}
