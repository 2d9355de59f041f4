package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.engine.RecordedTopology.GlobalTable;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.log.SimulatedLog;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/** The topics that an instance reads completely: to their ends at the start, and in small steps after that. */
final class GlobalTables {

    private final SimulatedLog log;
    private final List<Table> tables = new ArrayList<>();

    private final class Table {
        private final GlobalTable topology;
        private final Processor<byte[], byte[], ?, ?> processor;
        private long position;

        @SuppressWarnings("unchecked") // global processors read bytes
        Table(GlobalTable topology, TaskContext context) {
            this.topology = topology;
            context.add(new TableStore(topology.store().name(), (key, value) -> {}));
            processor = (Processor<byte[], byte[], ?, ?>) topology.processor().get();
            processor.init(cast(context));
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // a global processor forwards nothing
        private <K, V> org.apache.kafka.streams.processor.api.ProcessorContext<K, V> cast(TaskContext context) {
            return (org.apache.kafka.streams.processor.api.ProcessorContext) context;
        }

        @SuppressWarnings("NullAway") // records may have neither key nor value
        int read(int atMost) {
            List<Entry> entries = log.partition(topology.topic(), 0).committed(position, atMost);
            for (Entry entry : entries) {
                processor.process(new Record<>(entry.key(), entry.value(), entry.timestamp(), entry.headers()));
                position = entry.offset() + 1;
            }
            return entries.size();
        }
    }

    GlobalTables(RecordedTopology topology, String applicationId, SimulatedLog log, TaskContext.TaskHost host) {
        this.log = log;
        for (GlobalTable table : topology.globals()) {
            tables.add(new Table(table, new TaskContext(applicationId, new TaskId(0, 0), host)));
        }
        readAll();
    }

    void readAll() {
        tables.forEach(table -> table.read(Integer.MAX_VALUE));
    }

    /** Reads a few records of one of the topics. */
    int read(int choice, int atMost) {
        return tables.get(Math.floorMod(choice, tables.size())).read(atMost);
    }
}
