package io.muster.cli.rejections;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.muster.contract.topic.RejectionHeaders;
import io.muster.contract.topic.Topics;
import io.muster.domain.statement.Rejection.Reason;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Builds records as the application writes them to the rejections topic: {@code
 * aRejection().at("muster.enrollments-2@17").build()}.
 */
final class RejectionBuilder {

    private Reason reason = Reason.UNDECODABLE;
    private String detail = "Unknown magic byte!";
    private RecordPosition position = new RecordPosition(Topics.ENROLLMENTS.name(), 0, 0);
    private Instant time = Instant.EPOCH;
    private byte @Nullable [] key = "drive:p1".getBytes(UTF_8);
    private byte @Nullable [] value = "secret".getBytes(UTF_8);
    private final Headers received = new RecordHeaders();

    static RejectionBuilder aRejection() {
        return new RejectionBuilder();
    }

    RejectionBuilder because(Reason newReason, String newDetail) {
        this.reason = newReason;
        this.detail = newDetail;
        return this;
    }

    RejectionBuilder at(String newPosition) {
        this.position = RecordPosition.parse(newPosition);
        return this;
    }

    RejectionBuilder sent(String newTime) {
        this.time = Instant.parse(newTime);
        return this;
    }

    RejectionBuilder key(@Nullable String newKey) {
        return key(newKey == null ? null : newKey.getBytes(UTF_8));
    }

    RejectionBuilder key(byte @Nullable [] newKey) {
        this.key = newKey;
        return this;
    }

    RejectionBuilder value(byte @Nullable [] newValue) {
        this.value = newValue;
        return this;
    }

    RejectionBuilder header(String name, String text) {
        received.add(name, text.getBytes(UTF_8));
        return this;
    }

    RejectedRecord build() {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(Topics.REJECTIONS.name(), 0, position.offset(), key, value);
        new RejectionHeaders(
                        reason.name(),
                        detail,
                        position.topic(),
                        position.partition(),
                        position.offset(),
                        time.toEpochMilli())
                .addedTo(received)
                .forEach(record.headers()::add);
        return RejectedRecord.of(record).orElseThrow();
    }
}
