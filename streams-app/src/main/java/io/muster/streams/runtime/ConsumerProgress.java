package io.muster.streams.runtime;

import io.muster.streams.topology.InputProgress;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * How far the input is taken: what is remaining by the lag of the instance's consumers, for offsets alone do not tell records from the ends of
 * transactions; what is committed as the brokers answered last.
 */
final class ConsumerProgress implements InputProgress {

    private static final String LAG = "records-lag";

    /** Neither those that restore nor the one of reference records. */
    private static final String MAIN_CONSUMER = "-consumer";

    private static final String RESTORE_CONSUMER = "-restore-consumer";

    private volatile @Nullable KafkaStreams streams;
    private volatile Map<TopicPartition, OffsetAndMetadata> committed = Map.of();

    /** From then on the consumers of that application are asked. */
    void observe(KafkaStreams application) {
        streams = application;
    }

    /** Takes over what the brokers answered. */
    void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        committed = offsets;
    }

    @Override
    public OptionalLong remaining(String topic, int partition) {
        KafkaStreams observed = streams;
        return observed == null ? OptionalLong.empty() : remaining(observed.metrics(), topic, partition);
    }

    static OptionalLong remaining(Map<MetricName, ? extends Metric> metrics, String topic, int partition) {
        for (Map.Entry<MetricName, ? extends Metric> metric : metrics.entrySet()) {
            if (isLagOf(metric.getKey(), topic, partition) && metric.getValue().metricValue() instanceof Double lag) {
                return OptionalLong.of(Math.max(0, lag.longValue()));
            }
        }
        return OptionalLong.of(0); // nothing was ever there to be fetched
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
}
