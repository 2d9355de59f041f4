package io.muster.cli.rejections;

import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.RejectionHeaders;
import io.muster.domain.CampaignId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record on the rejections topic.
 *
 * @param refusal why and where it was refused
 * @param received the record with its original key and value
 */
record RejectedRecord(RejectionHeaders refusal, ConsumerRecord<byte[], byte[]> received) {

    /** Empty for a record that the application did not write. */
    static Optional<RejectedRecord> of(ConsumerRecord<byte[], byte[]> record) {
        return RejectionHeaders.of(record.headers()).map(refusal -> new RejectedRecord(refusal, record));
    }

    RecordPosition position() {
        return new RecordPosition(refusal.topic(), refusal.partition(), refusal.offset());
    }

    /** The timestamp of the refused record: when it was sent. */
    Instant time() {
        return Instant.ofEpochMilli(refusal.timestamp());
    }

    /** Whether the key begins with the given campaign. */
    boolean isAbout(CampaignId campaignId) {
        byte[] beginning = RecordKeys.participantPrefix(campaignId).getBytes(StandardCharsets.UTF_8);
        byte[] key = received.key();
        return key != null
                && key.length >= beginning.length
                && Arrays.equals(key, 0, beginning.length, beginning, 0, beginning.length);
    }
}
