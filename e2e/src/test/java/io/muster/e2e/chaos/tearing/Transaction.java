package io.muster.e2e.chaos.tearing;

import io.muster.e2e.chaos.tearing.LogBatch.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** The records of one producer id and epoch, and their markers. Each transaction has its own epoch. */
final class Transaction {

    private final long producerId;
    private final int epoch;
    private final List<LogBatch> records = new ArrayList<>();
    private final Map<String, LogBatch> markers = new TreeMap<>();

    Transaction(long producerId, int epoch) {
        this.producerId = producerId;
        this.epoch = epoch;
    }

    /** Its records on a partition and their marker. */
    void add(List<LogBatch> onPartition, LogBatch marker) {
        records.addAll(onPartition);
        markers.put(marker.partition().toString(), marker);
    }

    /** Its records on a topic, by partition. */
    List<LogBatch> records(String topic) {
        return records.stream()
                .filter(batch -> batch.partition().topic().equals(topic))
                .toList();
    }

    boolean isCommitted() {
        return markers.values().stream().allMatch(marker -> marker.kind() == Kind.COMMIT);
    }

    /** Whether all markers carry the same decision. */
    boolean isWhole() {
        Set<List<Object>> decisions = new HashSet<>();
        markers.values().forEach(marker -> decisions.add(List.of(marker.epoch(), marker.kind())));
        return decisions.size() == 1;
    }

    /** Offset of its marker on a partition; -1 if it has none there. */
    long endOn(TopicPartition partition) {
        LogBatch marker = markers.get(partition.toString());
        return marker == null ? -1 : marker.offset();
    }

    Iterable<LogBatch> markers() {
        return markers.values();
    }

    String name() {
        return "the transaction of producer " + producerId + " epoch " + epoch;
    }

    @Override
    public String toString() {
        return name() + ", ended by " + markers.values();
    }
}
