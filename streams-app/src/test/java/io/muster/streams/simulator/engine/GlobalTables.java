package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.engine.Blueprint.GlobalTable;
import io.muster.streams.simulator.log.Entry;
import io.muster.streams.simulator.log.SimulatedLog;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;

/** The topics that an instance reads whole: up to their ends at the start, and on from there a little at a time. */
final class GlobalTables {

    private final SimulatedLog log;
    private final List<Table> tables = new ArrayList<>();

    private final class Table {
        private final GlobalTable blueprint;
        private final Processor<byte[], byte[], ?, ?> processor;
        private long position;

        @SuppressWarnings("unchecked") // they read bytes
        Table(GlobalTable blueprint, TaskContext context) {
            this.blueprint = blueprint;
            context.add(new TableStore(blueprint.store().name(), (key, value) -> {}));
            processor = (Processor<byte[], byte[], ?, ?>) blueprint.processor().get();
            processor.init(cast(context));
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // it forwards nothing
        private <K, V> org.apache.kafka.streams.processor.api.ProcessorContext<K, V> cast(TaskContext context) {
            return (org.apache.kafka.streams.processor.api.ProcessorContext) context;
        }

        @SuppressWarnings("NullAway") // records may have neither key nor value
        int read(int atMost) {
            List<Entry> entries = log.partition(blueprint.topic(), 0).committed(position, atMost);
            for (Entry entry : entries) {
                processor.process(new Record<>(entry.key(), entry.value(), entry.timestamp(), entry.headers()));
                position = entry.offset() + 1;
            }
            return entries.size();
        }
    }

    GlobalTables(Blueprint blueprint, String applicationId, SimulatedLog log, TaskContext.Surroundings surroundings) {
        this.log = log;
        for (GlobalTable table : blueprint.globals()) {
            tables.add(new Table(table, new TaskContext(applicationId, new TaskId(0, 0), surroundings)));
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
