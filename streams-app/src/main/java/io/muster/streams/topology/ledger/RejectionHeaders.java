package io.muster.streams.topology.ledger;

import io.muster.domain.statement.Rejection;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** The headers of a record on the rejections topic, beside those it came with; values are UTF-8 text. */
final class RejectionHeaders {

    private RejectionHeaders() {}

    static Headers of(Headers received, Rejection rejection, RecordMetadata position, long timestamp) {
        Headers headers = new RecordHeaders(received);
        add(headers, "muster.rejection.reason", rejection.reason().name());
        add(headers, "muster.rejection.detail", rejection.detail());
        add(headers, "muster.rejection.topic", position.topic());
        add(headers, "muster.rejection.partition", Integer.toString(position.partition()));
        add(headers, "muster.rejection.offset", Long.toString(position.offset()));
        add(headers, "muster.rejection.timestamp", Long.toString(timestamp));
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
