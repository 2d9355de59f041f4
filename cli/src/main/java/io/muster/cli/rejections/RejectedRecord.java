package io.muster.cli.rejections;

import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.RejectionHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record on the rejections topic.
 *
 * @param refusal why and where it was refused
 * @param received the record, key and value as received
 */
record RejectedRecord(RejectionHeaders refusal, ConsumerRecord<byte[], byte[]> received) {

    /** Empty for a record that the application has not put there. */
    static Optional<RejectedRecord> of(ConsumerRecord<byte[], byte[]> record) {
        return RejectionHeaders.of(record.headers()).map(refusal -> new RejectedRecord(refusal, record));
    }

    Position position() {
        return new Position(refusal.topic(), refusal.partition(), refusal.offset());
    }

    /** The record's own time, which says when it was sent. */
    Instant time() {
        return Instant.ofEpochMilli(refusal.timestamp());
    }

    /** Whether its key begins with that campaign. */
    boolean isAbout(String campaignId) {
        byte[] beginning = RecordKeys.participantPrefix(campaignId).getBytes(StandardCharsets.UTF_8);
        byte[] key = received.key();
        return key != null
                && key.length >= beginning.length
                && Arrays.equals(key, 0, beginning.length, beginning, 0, beginning.length);
    }
}
