package io.muster.streams.simulator.engine;

import io.muster.streams.simulator.engine.RecordedTopology.Sink;
import io.muster.streams.simulator.engine.RecordedTopology.Stage;
import io.muster.streams.simulator.log.SimulatedLog;
import io.muster.streams.simulator.log.Transaction;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records that the processor of a stage forwards.
 *
 * @param writing the current transaction
 */
record SinkWriter(SimulatedLog log, Stage stage, Supplier<Transaction> writing, Observer observer) {

    void write(Record<?, ?> record, String child) {
        Sink sink = stage.sink(child);
        byte[] key = record.key() == null ? null : sink.keys().serialize(sink.topic(), record.key());
        byte[] value = record.value() == null ? null : sink.values().serialize(sink.topic(), record.value());
        log.append(
                new TopicPartition(sink.topic(), partition(sink, record, key)),
                key,
                value,
                new RecordHeaders(record.headers()),
                record.timestamp(),
                writing.get());
        observer.sent(sink.topic(), record);
    }

    private int partition(Sink sink, Record<?, ?> record, byte @Nullable [] key) {
        int partitions = log.partitions(sink.topic()).size();
        StreamPartitioner<Object, Object> partitioner = sink.partitioner();
        if (partitioner != null) {
            Set<Integer> chosen = partitioner
                    .partitions(sink.topic(), record.key(), record.value(), record.headers(), partitions)
                    .orElseThrow();
            return chosen.iterator().next();
        }
        return key == null ? 0 : Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
