package io.muster.streams.runtime;

import io.muster.contract.reading.SnapshotReader;
import io.muster.streams.topology.stage.InputProgress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the progress of this instance. Remaining records come from the lag metrics of its consumers, because offsets
 * do not distinguish records from transaction markers. Committed offsets and end offsets come from the latest poll of
 * {@link ClusterMonitor}.
 */
final class ConsumerProgress implements InputProgress {

    private static final String LAG = "records-lag";

    /** Excludes restore consumers and the global consumer. */
    private static final String MAIN_CONSUMER = "-consumer";

    private static final String RESTORE_CONSUMER = "-restore-consumer";

    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    private final Supplier<Consumer<byte[], byte[]>> readers;
    private volatile @Nullable KafkaStreams streams;
    private volatile Map<TopicPartition, OffsetAndMetadata> committed = Map.of();
    private volatile Map<TopicPartition, Long> ends = Map.of();

    /** @param readers create consumers of committed records, without a group */
    ConsumerProgress(Supplier<Consumer<byte[], byte[]>> readers) {
        this.readers = readers;
    }

    /** Sets the application whose consumers are measured. */
    void observe(KafkaStreams application) {
        streams = application;
    }

    void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        committed = offsets;
    }

    /** @param offsets the last stable offsets, read after the committed ones */
    void ends(Map<TopicPartition, Long> offsets) {
        ends = offsets;
    }

    @Override
    public OptionalLong remaining(String topic, int partition) {
        // a consumer without a lag metric never had a record to fetch
        return streams == null
                ? OptionalLong.empty()
                : OptionalLong.of(lag(topic, partition).orElse(0));
    }

    private OptionalLong lag(String topic, int partition) {
        KafkaStreams observed = streams;
        return observed == null ? OptionalLong.empty() : lag(observed.metrics(), topic, partition);
    }

    /** The lag at a partition's latest fetch since it was assigned; empty before the first fetch. */
    static OptionalLong lag(Map<MetricName, ? extends Metric> metrics, String topic, int partition) {
        for (Map.Entry<MetricName, ? extends Metric> metric : metrics.entrySet()) {
            if (isLagOf(metric.getKey(), topic, partition)
                    && metric.getValue().metricValue() instanceof Double lag
                    && !lag.isNaN()) {
                return OptionalLong.of(Math.max(0, lag.longValue()));
            }
        }
        return OptionalLong.empty();
    }

    private static boolean isLagOf(MetricName name, String topic, int partition) {
        String client = name.tags().getOrDefault("client-id", "");
        return name.name().equals(LAG)
                && topic.equals(name.tags().get("topic"))
                && Integer.toString(partition).equals(name.tags().get("partition"))
                && client.endsWith(MAIN_CONSUMER)
                && !client.endsWith(RESTORE_CONSUMER);
    }

    @Override
    public OptionalLong committed(String topic, int partition) {
        OffsetAndMetadata offset = committed.get(new TopicPartition(topic, partition));
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset.offset());
    }

    @Override
    public boolean isDrained(String topic, int partition) {
        OptionalLong lag = lag(topic, partition);
        return lag.isPresent() ? lag.getAsLong() == 0 : isCommittedToTheEnd(new TopicPartition(topic, partition));
    }

    @Override
    public boolean hasRecordBefore(String topic, int partition, long offset) {
        TopicPartition asked = new TopicPartition(topic, partition);
        if (ends.getOrDefault(asked, 1L) == 0) {
            return false;
        }
        try (Consumer<byte[], byte[]> reader = readers.get()) {
            List<ConsumerRecord<byte[], byte[]>> first =
                    new SnapshotReader<>(reader, List.of(asked), READ_TIMEOUT).next();
            return !first.isEmpty() && first.get(0).offset() < offset;
        }
    }

    /** For a partition without a lag metric, because its consumer never fetched a record. */
    private boolean isCommittedToTheEnd(TopicPartition partition) {
        Long end = ends.get(partition);
        OffsetAndMetadata offset = committed.get(partition);
        return end != null && (offset == null ? 0 : offset.offset()) >= end;
    }
}
