package io.muster.contract.topic;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a record on {@code muster.rejections} say beside those that it came with; their values are UTF-8 text.
 *
 * @param reason the name of the rule that the record breaks
 * @param detail which field, its value, and what it should be
 * @param topic where the record was refused
 * @param partition where on the topic
 * @param offset where in the partition
 * @param timestamp the record's own, in epoch milliseconds
 */
public record RejectionHeaders(String reason, String detail, String topic, int partition, long offset, long timestamp) {

    private static final String PREFIX = "muster.rejection.";
    private static final String REASON = PREFIX + "reason";
    private static final String DETAIL = PREFIX + "detail";
    private static final String TOPIC = PREFIX + "topic";
    private static final String PARTITION = PREFIX + "partition";
    private static final String OFFSET = PREFIX + "offset";
    private static final String TIMESTAMP = PREFIX + "timestamp";

    /** The headers of the rejected record: those it came with, and these. */
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

    /** What the headers of a rejected record say; empty if they are not all there, so that somebody else has put it there. */
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

    /** The headers that a rejected record came with. */
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
