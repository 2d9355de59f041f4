package io.muster.streams.topology.ledger;

import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Rejection;
import io.muster.domain.statement.Statement;
import io.muster.mapping.StatementMapping;
import io.muster.schemas.RecordKeys;
import io.muster.schemas.RejectionHeaders;
import io.muster.streams.mapping.StatementReader;
import io.muster.streams.mapping.StatementReader.Reading;
import io.muster.streams.topology.Rounds;
import io.muster.streams.topology.TaskRounds;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Lets the ledger decide on every record; sends on corrections and rejections. The cells that changed follow in rounds. */
final class LedgerProcessor implements Processor<byte[], byte[], Object, Object> {

    private final StatementReader reader;
    private final LedgerEvents events;
    private final LedgerStateSource states;
    private final Rounds rounds;
    private @Nullable TaskRounds taskRounds;
    private @Nullable ProcessorContext<Object, Object> context;
    private @Nullable LedgerState state;

    LedgerProcessor(StatementReader reader, LedgerEvents events, LedgerStateSource states, Rounds rounds) {
        this.reader = reader;
        this.events = events;
        this.states = states;
        this.rounds = rounds;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        LedgerState ofTask = states.of(processorContext);
        state = ofTask;
        taskRounds = new TaskRounds(rounds, processorContext, new CellForwarder(ofTask.book(), processorContext));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (context == null || state == null || taskRounds == null) {
            throw new IllegalStateException("not initialised");
        }
        Reading reading = reader.read(record.key(), record.value(), record.timestamp());
        if (reading instanceof Reading.Valid valid) {
            count(state, context, valid.statement(), record);
        } else if (reading instanceof Reading.Refused refused) {
            reject(context, refused.rejection(), record);
        }
        taskRounds.took(record.timestamp());
    }

    private void count(
            LedgerState counting,
            ProcessorContext<Object, Object> sending,
            Statement s,
            Record<byte[], byte[]> record) {
        Outcome outcome = counting.apply(s);
        events.counted(outcome);
        if (outcome instanceof Outcome.Corrected corrected) {
            sending.forward(
                    new Record<>(
                            RecordKeys.participant(s.campaignId(), s.participantRef()),
                            StatementMapping.correction(
                                    s.campaignId(), s.participantRef(), corrected.from(), corrected.to()),
                            record.timestamp()),
                    LedgerStage.CORRECTIONS);
        }
    }

    private void reject(ProcessorContext<Object, Object> sending, Rejection rejection, Record<byte[], byte[]> record) {
        events.rejected(rejection.reason());
        RecordMetadata position = sending.recordMetadata().orElseThrow();
        RejectionHeaders headers = new RejectionHeaders(
                rejection.reason().name(),
                rejection.detail(),
                position.topic(),
                position.partition(),
                position.offset(),
                record.timestamp());
        sending.forward(
                new Record<>(record.key(), record.value(), record.timestamp(), headers.addedTo(record.headers())),
                LedgerStage.REJECTIONS);
    }

    @Override
    public void close() {
        if (taskRounds != null) {
            taskRounds.close();
        }
    }
}
