package io.muster.streams.topology.ledger;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.RejectionHeaders;
import io.muster.contract.topic.Topics;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Statement;
import io.muster.streams.mapping.Origin;
import io.muster.streams.topology.Succession;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Writes down what follows from single records: once, whether it is for this application to do or was for the one before it. */
final class Journal {

    /** What is refused is refused where it is, whatever its key. */
    private static final byte[] NO_KEY = {};

    private static final int ROOM_FOR_HEADERS = 64 * 1024;

    private final ProcessorContext<Object, Object> context;
    private final Succession succession;

    Journal(ProcessorContext<Object, Object> context, Succession succession) {
        this.context = context;
        this.succession = succession;
    }

    /** Somebody who was counted was moved or removed. */
    void correct(Statement s, Outcome.Corrected corrected, Record<byte[], byte[]> record) {
        if (succession.isDealtWith(record.key(), Origin.of(record.headers(), here()), here())) {
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

    /** A statement lost though it arrived later, and says otherwise. */
    void lose(Statement s, Outcome.Lost loss, Record<byte[], byte[]> record) {
        if (succession.isDealtWith(record.key(), Origin.of(record.headers(), here()), here())) {
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

    /** A record cannot be counted. */
    void reject(Rejection rejection, Record<byte[], byte[]> record) {
        if (succession.isDealtWith(NO_KEY, here(), here())) {
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

    /** It was compressed on its way: no topic takes it as large as it is. It stays where it was received. */
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

    @SuppressWarnings("NullAway") // Kafka's records may have neither, and do not say so
    private static Record<byte[], byte[]> withoutContent(Record<byte[], byte[]> record) {
        return new Record<>(null, null, record.timestamp());
    }

    /**
     * A record is to be counted in another partition: a copy of it is put there. Another application that counts with another number of
     * partitions does the same by its own lights, so a copy is never copied again.
     *
     * @return whether it was copied
     */
    boolean sendHome(Record<byte[], byte[]> record) {
        if (Origin.isGiven(record.headers())) {
            return false;
        }
        context.forward(record.withHeaders(here().addedTo(record.headers())), LedgerStage.STRAYS);
        return true;
    }

    /** The offset of the record at hand. */
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
