package io.muster.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ConsumerProgressTest {

    static final Supplier<Consumer<byte[], byte[]>> NO_READER = () -> {
        throw new AssertionError("unexpected read");
    };

    private static final Map<MetricName, Metric> METRICS = Map.ofEntries(
            lag("muster-1-StreamThread-1-consumer", "muster.enrollments", 0, 120),
            lag("muster-1-StreamThread-2-consumer", "muster.enrollments", 1, Double.NaN),
            lag("muster-1-StreamThread-1-restore-consumer", "muster.enrollments", 2, 9_000),
            lag("muster-1-StreamThread-1-consumer", "muster.cells", 0, 3));

    @Test
    void shouldReadTheLagOfAPartition() {
        assertThat(ConsumerProgress.lag(METRICS, "muster.enrollments", 0)).hasValue(120);
        assertThat(ConsumerProgress.lag(METRICS, "muster.cells", 0)).hasValue(3);
    }

    @Test
    void shouldHaveNoLagBeforeTheFirstFetch() {
        assertThat(ConsumerProgress.lag(METRICS, "muster.enrollments", 1)).isEmpty();
        assertThat(ConsumerProgress.lag(METRICS, "muster.enrollments", 7)).isEmpty();
    }

    @Test
    void shouldIgnoreRestoreConsumers() {
        assertThat(ConsumerProgress.lag(METRICS, "muster.enrollments", 2)).isEmpty();
    }

    @Test
    void shouldBeDrainedIfEverythingIsCommitted() {
        ConsumerProgress progress = new ConsumerProgress(NO_READER);
        assertThat(progress.isDrained("muster.cells", 0)).isFalse();

        progress.committed(Map.of(new TopicPartition("muster.cells", 0), new OffsetAndMetadata(17)));
        progress.ends(Map.of(
                new TopicPartition("muster.cells", 0), 18L,
                new TopicPartition("muster.cells", 1), 0L));
        assertThat(progress.isDrained("muster.cells", 0)).isFalse();
        assertThat(progress.isDrained("muster.cells", 1)).isTrue();

        progress.committed(Map.of(new TopicPartition("muster.cells", 0), new OffsetAndMetadata(18)));
        assertThat(progress.isDrained("muster.cells", 0)).isTrue();
    }

    @Test
    void shouldReturnTheLatestCommittedOffset() {
        ConsumerProgress progress = new ConsumerProgress(NO_READER);
        assertThat(progress.committed("muster.enrollments", 0)).isEmpty();
        assertThat(progress.remaining("muster.enrollments", 0)).isEmpty();

        progress.committed(Map.of(new TopicPartition("muster.enrollments", 0), new OffsetAndMetadata(17)));

        assertThat(progress.committed("muster.enrollments", 0)).hasValue(17);
    }

    @Test
    void shouldFindARecordBeforeAnOffset() {
        assertThat(withFirstRecordAt(3, 9).hasRecordBefore("muster.cells", 0, 4))
                .isTrue();
        assertThat(withFirstRecordAt(3, 9).hasRecordBefore("muster.cells", 0, 3))
                .isFalse();
        assertThat(withFirstRecordAt(3, 9).hasRecordBefore("muster.cells", 0, Long.MAX_VALUE))
                .isTrue();
    }

    @Test
    void shouldNotReadAnEmptyPartition() {
        ConsumerProgress progress = new ConsumerProgress(NO_READER);
        progress.ends(Map.of(new TopicPartition("muster.cells", 0), 0L));

        assertThat(progress.hasRecordBefore("muster.cells", 0, Long.MAX_VALUE)).isFalse();
    }

    private static ConsumerProgress withFirstRecordAt(long offset, long end) {
        TopicPartition cells = new TopicPartition("muster.cells", 0);
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updateBeginningOffsets(Map.of(cells, 0L));
        consumer.updateEndOffsets(Map.of(cells, end));
        consumer.schedulePollTask(() -> consumer.addRecord(
                new ConsumerRecord<>(cells.topic(), cells.partition(), offset, new byte[0], new byte[0])));
        return new ConsumerProgress(() -> consumer);
    }

    private static Map.Entry<MetricName, Metric> lag(String client, String topic, int partition, double value) {
        MetricName name = new MetricName(
                "records-lag",
                "consumer-fetch-manager-metrics",
                "",
                Map.of("client-id", client, "topic", topic, "partition", Integer.toString(partition)));
        return Map.entry(name, new Metric() {
            @Override
            public MetricName metricName() {
                return name;
            }

            @Override
            public Object metricValue() {
                return value;
            }
        });
    }
}
