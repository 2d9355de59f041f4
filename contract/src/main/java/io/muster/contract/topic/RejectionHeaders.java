package io.muster.contract.topic;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The headers that the application adds to a record on {@code muster.rejections}. Their values are UTF-8 text.
 *
 * @param reason the name of the violated rule
 * @param detail the field, its value, and the expected value
 * @param topic the topic of the rejected record
 * @param partition the record's partition
 * @param offset the record's offset
 * @param timestamp the record's timestamp in epoch milliseconds
 */
public record RejectionHeaders(String reason, String detail, String topic, int partition, long offset, long timestamp) {

    private static final String PREFIX = "muster.rejection.";
    private static final String REASON = PREFIX + "reason";
    private static final String DETAIL = PREFIX + "detail";
    private static final String TOPIC = PREFIX + "topic";
    private static final String PARTITION = PREFIX + "partition";
    private static final String OFFSET = PREFIX + "offset";
    private static final String TIMESTAMP = PREFIX + "timestamp";

    /** The received headers plus these. */
    public Headers addedTo(Headers received) {
        Headers headers = new RecordHeaders(received);
        add(headers, REASON, reason);
        add(headers, DETAIL, detail);
        add(headers, TOPIC, topic);
        add(headers, PARTITION, Integer.toString(partition));
        add(headers, OFFSET, Long.toString(offset));
        add(headers, TIMESTAMP, Long.toString(timestamp));
        return headers;
    }

    /** Parses the headers of a rejected record; empty if any is missing, as in a record of another producer. */
    public static Optional<RejectionHeaders> of(Headers headers) {
        String reason = text(headers, REASON);
        String detail = text(headers, DETAIL);
        String topic = text(headers, TOPIC);
        Long partition = number(headers, PARTITION);
        Long offset = number(headers, OFFSET);
        Long timestamp = number(headers, TIMESTAMP);
        return reason == null
                        || detail == null
                        || topic == null
                        || partition == null
                        || partition != partition.intValue()
                        || offset == null
                        || timestamp == null
                ? Optional.empty()
                : Optional.of(new RejectionHeaders(reason, detail, topic, partition.intValue(), offset, timestamp));
    }

    /** The headers that the record had when it was received. */
    public static Headers received(Headers headers) {
        Headers received = new RecordHeaders();
        for (Header header : headers) {
            if (!header.key().startsWith(PREFIX)) {
                received.add(header);
            }
        }
        return received;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static @Nullable Long number(Headers headers, String name) {
        String text = text(headers, name);
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
