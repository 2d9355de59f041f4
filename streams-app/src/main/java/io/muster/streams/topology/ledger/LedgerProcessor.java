package io.muster.streams.topology.ledger;

import io.muster.contract.topic.Topics;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Statement;
import io.muster.domain.tally.Heartbeat.Stage;
import io.muster.streams.mapping.StatementReader;
import io.muster.streams.mapping.StatementReader.Reading;
import io.muster.streams.topology.stage.FlushPolicy;
import io.muster.streams.topology.stage.InputProgress;
import io.muster.streams.topology.stage.RestoreCheck;
import io.muster.streams.topology.stage.Succession;
import io.muster.streams.topology.stage.TaskFlushes;
import io.muster.streams.topology.stage.TaskHeartbeat;
import io.muster.streams.topology.stage.TopologySettings;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Applies every record to the ledger and forwards its effects. Changed cells follow with the next flush. */
final class LedgerProcessor implements Processor<byte[], byte[], Object, Object> {

    private final StatementReader reader;
    private final TopologySettings settings;
    private final LedgerEvents events;
    private final LedgerStateSource states;
    private final FlushPolicy flushPolicy;
    private final Succession succession;
    private final InputProgress progress;
    private @Nullable Task task;

    /** The parts of a running task. */
    private record Task(
            int partition,
            LedgerState state,
            RestoreCheck restored,
            RecordOutputs outputs,
            CellForwarder cells,
            TaskFlushes flushes,
            TaskHeartbeat heartbeat) {}

    LedgerProcessor(
            StatementReader reader,
            TopologySettings settings,
            LedgerEvents events,
            LedgerStateSource states,
            FlushPolicy flushPolicy,
            Succession succession,
            InputProgress progress) {
        this.reader = reader;
        this.settings = settings;
        this.events = events;
        this.states = states;
        this.flushPolicy = flushPolicy;
        this.succession = succession;
        this.progress = progress;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        LedgerState state = states.of(context);
        RestoreCheck restored = new RestoreCheck(progress, Topics.ENROLLMENTS.name(), context.taskId());
        CellForwarder cells =
                new CellForwarder(state.book(), context, () -> restored.checkCommitted(state.isRestoredEmpty()));
        TaskHeartbeat heartbeat = new TaskHeartbeat(
                new TaskHeartbeat.Input(Stage.LEDGER, Topics.ENROLLMENTS.name()),
                LedgerStage.HEARTBEATS,
                context,
                progress,
                cells,
                succession);
        task = new Task(
                context.taskId().partition(),
                state,
                restored,
                new RecordOutputs(context, succession),
                cells,
                new TaskFlushes(flushPolicy, context, heartbeat),
                heartbeat);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (task == null) {
            throw new IllegalStateException("not initialised");
        }
        long offset = task.outputs.offset();
        task.restored.check(task.state.isRestoredEmpty(), offset);
        Reading reading = reader.read(record.key(), record.value(), record.timestamp());
        if (reading instanceof Reading.Valid valid) {
            process(task, valid.statement(), record);
        } else if (reading instanceof Reading.Rejected rejected) {
            events.rejected(rejected.rejection().reason());
            task.outputs.reject(rejected.rejection(), record);
        }
        task.flushes.processed(record.timestamp());
        task.heartbeat.processed(offset, record.timestamp());
        if (!succession.isPublisher()) {
            task.cells.forwardNow();
        }
    }

    private void process(Task current, Statement statement, Record<byte[], byte[]> record) {
        if (settings.partitionOfKey(record.key()) != current.partition) {
            if (current.outputs.reroute(record)) {
                events.rerouted();
            }
            return;
        }
        Outcome outcome = current.state.apply(statement, record.timestamp());
        events.counted(outcome);
        if (outcome instanceof Outcome.Corrected corrected) {
            current.outputs.correct(statement, corrected, record);
        } else if (outcome instanceof Outcome.Lost loss) {
            current.outputs.lose(statement, loss, record);
        }
    }

    @Override
    public void close() {
        if (task != null) {
            task.flushes.close();
            task.heartbeat.close();
        }
    }
}
