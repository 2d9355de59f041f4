package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Statement;
import io.muster.mapping.StatementMapping;
import io.muster.schemas.RecordKeys;
import io.muster.schemas.RejectionHeaders;
import io.muster.streams.mapping.Origin;
import io.muster.streams.topology.Succession;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Writes down what follows from single records: once, whether it is for this application to do or was for the one before it. */
final class Journal {

    private final ProcessorContext<Object, Object> context;
    private final Succession succession;

    Journal(ProcessorContext<Object, Object> context, Succession succession) {
        this.context = context;
        this.succession = succession;
    }

    /** Somebody who was counted was moved or removed. */
    void correct(Statement s, Outcome.Corrected corrected, Record<byte[], byte[]> record) {
        if (succession.isDealtWith(origin(record))) {
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

    /** A record cannot be counted. */
    void reject(Rejection rejection, Record<byte[], byte[]> record) {
        if (succession.isDealtWith(origin(record))) {
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
        context.forward(record.withHeaders(headers.addedTo(record.headers())), LedgerStage.REJECTIONS);
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

    private Origin origin(Record<?, ?> record) {
        return Origin.of(record.headers(), here());
    }

    private Origin here() {
        RecordMetadata position = position();
        return new Origin(position.partition(), position.offset());
    }

    private RecordMetadata position() {
        return context.recordMetadata().orElseThrow();
    }
}
