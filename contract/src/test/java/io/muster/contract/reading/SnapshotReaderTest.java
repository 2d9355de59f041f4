package io.muster.contract.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class SnapshotReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition("rows", 0);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MockConsumer<String, String> consumer = new MockConsumer<>("earliest");

    @Test
    void shouldReturnTheRecordsBeforeTheEndOffsetOfTheBeginning() {
        holding(2);
        consumer.schedulePollTask(() -> add(0));
        consumer.schedulePollTask(() -> {
            add(1);
            add(2);
        });

        SnapshotReader<String, String> reader =
                new SnapshotReader<>(consumer, SnapshotReader.partitions(consumer, "rows", PATIENCE), PATIENCE);

        assertThat(offsets(reader.next())).containsExactly(0L);
        assertThat(offsets(reader.next())).containsExactly(1L);
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void shouldSkipOffsetsWithoutARecord() {
        holding(2);
        consumer.schedulePollTask(() -> add(0));
        consumer.schedulePollTask(() -> consumer.seek(PARTITION, 2));

        SnapshotReader<String, String> reader =
                new SnapshotReader<>(consumer, SnapshotReader.partitions(consumer, "rows", PATIENCE), PATIENCE);

        assertThat(offsets(reader.next())).containsExactly(0L);
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void shouldReportRecordsThatDoNotArrive() {
        holding(1);

        SnapshotReader<String, String> reader = new SnapshotReader<>(
                consumer, SnapshotReader.partitions(consumer, "rows", PATIENCE), Duration.ofMillis(1));

        assertThatThrownBy(reader::next)
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("no records of [rows-0] within");
    }

    @Test
    void shouldBeAtTheEndOfAnEmptyTopic() {
        holding(0);

        assertThat(new SnapshotReader<>(consumer, SnapshotReader.partitions(consumer, "rows", PATIENCE), PATIENCE)
                        .next())
                .isEmpty();
    }

    private void holding(long records) {
        consumer.updatePartitions("rows", List.of(new PartitionInfo("rows", 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, records));
    }

    private void add(long offset) {
        consumer.addRecord(new ConsumerRecord<>("rows", 0, offset, "key", "value"));
    }

    private static List<Long> offsets(List<ConsumerRecord<String, String>> records) {
        return records.stream().map(ConsumerRecord::offset).toList();
    }
}
