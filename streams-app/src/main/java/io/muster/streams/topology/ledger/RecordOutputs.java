package io.muster.streams.topology.ledger;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.RejectionHeaders;
import io.muster.contract.topic.Topics;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Statement;
import io.muster.streams.mapping.Origin;
import io.muster.streams.topology.stage.Succession;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Forwards the effects of a single record: a correction, a lost statement, a rejection or a rerouted copy. Skips
 * corrections, lost statements and rejections that the predecessor has recorded.
 */
final class RecordOutputs {

    /** A rejection belongs to the partition that holds the record, so its key does not matter. */
    private static final byte[] NO_KEY = {};

    private static final int ROOM_FOR_HEADERS = 64 * 1024;

    private final ProcessorContext<Object, Object> context;
    private final Succession succession;

    RecordOutputs(ProcessorContext<Object, Object> context, Succession succession) {
        this.context = context;
        this.succession = succession;
    }

    /** Forwards a correction, for a statement that moved or removed a counted participant. */
    void correct(Statement s, Outcome.Corrected corrected, Record<byte[], byte[]> record) {
        if (succession.isRecordedByPredecessor(record.key(), Origin.of(record.headers(), here()), here())) {
            return;
        }
        context.forward(
                new Record<>(
                        RecordKeys.participant(s.campaignId(), s.participantRef()),
                        StatementMapping.correction(
                                s.campaignId(), s.participantRef(), corrected.from(), corrected.to()),
                        record.timestamp()),
                LedgerStage.CORRECTIONS);
    }

    /** Forwards a lost statement, which arrived later than the winner, contradicts it and loses. */
    void lose(Statement s, Outcome.Lost loss, Record<byte[], byte[]> record) {
        if (succession.isRecordedByPredecessor(record.key(), Origin.of(record.headers(), here()), here())) {
            return;
        }
        context.forward(
                new Record<>(
                        RecordKeys.participant(s.campaignId(), s.participantRef()),
                        StatementMapping.lost(
                                s.campaignId(),
                                s.participantRef(),
                                loss.lost(),
                                loss.standing(),
                                Instant.ofEpochMilli(record.timestamp())),
                        record.timestamp()),
                LedgerStage.LOST_STATEMENTS);
    }

    /** Forwards a rejection, for an invalid record. */
    void reject(Rejection rejection, Record<byte[], byte[]> record) {
        if (succession.isRecordedByPredecessor(NO_KEY, here(), here())) {
            return;
        }
        RecordMetadata position = position();
        RejectionHeaders headers = new RejectionHeaders(
                rejection.reason().name(),
                rejection.detail(),
                position.topic(),
                position.partition(),
                position.offset(),
                record.timestamp());
        Record<byte[], byte[]> kept = isTooLarge(record) ? withoutContent(record) : record;
        context.forward(kept.withHeaders(headers.addedTo(kept.headers())), LedgerStage.REJECTIONS);
    }

    /**
     * A record that was compressed in transit may exceed the size limit of every topic. Its content then stays on the
     * input topic only.
     */
    private static boolean isTooLarge(Record<byte[], byte[]> record) {
        long size = (long) ROOM_FOR_HEADERS + length(record.key()) + length(record.value());
        for (Header header : record.headers()) {
            size += header.key().length() + length(header.value());
        }
        return size > Topics.LARGEST_REJECTION;
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    @SuppressWarnings("NullAway") // Kafka's records may have null keys and values, but are not annotated
    private static Record<byte[], byte[]> withoutContent(Record<byte[], byte[]> record) {
        return new Record<>(null, null, record.timestamp());
    }

    /**
     * Copies a record to the partition that counts it. A copy is never copied again: it may come from an application
     * that divides keys among another number of partitions.
     *
     * @return whether the record was copied
     */
    boolean reroute(Record<byte[], byte[]> record) {
        if (Origin.isCopy(record.headers())) {
            return false;
        }
        context.forward(record.withHeaders(here().addedTo(record.headers())), LedgerStage.STRAYS);
        return true;
    }

    /** The offset of the current record. */
    long offset() {
        return position().offset();
    }

    private Origin here() {
        RecordMetadata position = position();
        return new Origin(position.partition(), position.offset());
    }

    private RecordMetadata position() {
        return context.recordMetadata().orElseThrow();
    }
}
