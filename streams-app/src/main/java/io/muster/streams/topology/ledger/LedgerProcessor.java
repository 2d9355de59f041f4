package io.muster.streams.topology.ledger;

import io.muster.contract.topic.Topics;
import io.muster.domain.counting.Heartbeat.Stage;
import io.muster.domain.ledger.Outcome;
import io.muster.domain.statement.Statement;
import io.muster.streams.mapping.StatementReader;
import io.muster.streams.mapping.StatementReader.Reading;
import io.muster.streams.topology.InputProgress;
import io.muster.streams.topology.RestoreCheck;
import io.muster.streams.topology.Rounds;
import io.muster.streams.topology.Succession;
import io.muster.streams.topology.TaskHeartbeat;
import io.muster.streams.topology.TaskRounds;
import io.muster.streams.topology.TopologySettings;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Lets the ledger decide on every record, and writes down what follows from it. The cells that changed follow in rounds. */
final class LedgerProcessor implements Processor<byte[], byte[], Object, Object> {

    private final StatementReader reader;
    private final TopologySettings settings;
    private final LedgerEvents events;
    private final LedgerStateSource states;
    private final Rounds rounds;
    private final Succession succession;
    private final InputProgress progress;
    private @Nullable Task task;

    /** What there is while a task runs. */
    private record Task(
            int partition,
            LedgerState state,
            RestoreCheck restored,
            Journal journal,
            CellForwarder cells,
            TaskRounds rounds,
            TaskHeartbeat heartbeat) {}

    LedgerProcessor(
            StatementReader reader,
            TopologySettings settings,
            LedgerEvents events,
            LedgerStateSource states,
            Rounds rounds,
            Succession succession,
            InputProgress progress) {
        this.reader = reader;
        this.settings = settings;
        this.events = events;
        this.states = states;
        this.rounds = rounds;
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
                Stage.LEDGER, Topics.ENROLLMENTS.name(), LedgerStage.HEARTBEATS, context, progress, cells, succession);
        task = new Task(
                context.taskId().partition(),
                state,
                restored,
                new Journal(context, succession),
                cells,
                new TaskRounds(rounds, context, heartbeat),
                heartbeat);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (task == null) {
            throw new IllegalStateException("not initialised");
        }
        task.restored.check(task.state.isRestoredEmpty(), task.journal.offset());
        Reading reading = reader.read(record.key(), record.value(), record.timestamp());
        if (reading instanceof Reading.Valid valid) {
            take(task, valid.statement(), record);
        } else if (reading instanceof Reading.Refused refused) {
            events.rejected(refused.rejection().reason());
            task.journal.reject(refused.rejection(), record);
        }
        task.rounds.took(record.timestamp());
        task.heartbeat.took(record);
        if (!succession.isOurTurn()) {
            task.cells.handOn();
        }
    }

    private void take(Task taking, Statement statement, Record<byte[], byte[]> record) {
        if (settings.homeOf(record.key()) != taking.partition) {
            if (taking.journal.sendHome(record)) {
                events.sentHome();
            }
            return;
        }
        Outcome outcome = taking.state.apply(statement, record.timestamp());
        events.counted(outcome);
        if (outcome instanceof Outcome.Corrected corrected) {
            taking.journal.correct(statement, corrected, record);
        } else if (outcome instanceof Outcome.Lost loss) {
            taking.journal.lose(statement, loss, record);
        }
    }

    @Override
    public void close() {
        if (task != null) {
            task.rounds.close();
            task.heartbeat.close();
        }
    }
}
