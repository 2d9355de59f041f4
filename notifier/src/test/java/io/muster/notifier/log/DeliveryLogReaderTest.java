package io.muster.notifier.log;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.muster.domain.alert.AlertRule;
import io.muster.domain.tally.RowKey.OfAlert;
import io.muster.notifier.DeliveryRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryLogReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition("muster.notifications", 0);
    private static final Instant AT = Instant.parse("2023-05-18T10:00:00Z");
    private static final OfAlert ALERT = new OfAlert(campaignId("drive"), areaId("yen-dung"), AlertRule.SILENT);
    private static final DeliveryRecord RECORD = DeliveryRecord.historical(AT.minusSeconds(60), AT, AT);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final Lease lease = new Lease(Duration.ofSeconds(5), () -> 0);
    private final DeliveryLogReader reader =
            new DeliveryLogReader(consumer, (topic, bytes) -> DeliveryRecordMapping.toAvro(RECORD), lease);

    @BeforeEach
    void setOffsets() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 1L));
    }

    @Test
    void shouldBeOnStandbyUntilThePartitionIsAssigned() {
        reader.poll(Duration.ZERO);

        assertThat(reader.role()).isEqualTo(Role.STANDBY);
        assertThat(lease.isExpired()).isTrue();
    }

    @Test
    void shouldBecomeActiveAfterLoadingAllRecords() {
        consumer.rebalance(List.of(PARTITION));
        reader.poll(Duration.ZERO);

        assertThat(reader.role()).isEqualTo(Role.LOADING);
        assertThat(reader.state("office")).isEqualTo(DeliveryState.EMPTY);

        add(DeliveryRecordMapping.key("office", ALERT));
        reader.poll(Duration.ZERO);

        assertThat(reader.role()).isEqualTo(Role.ACTIVE);
        assertThat(reader.state("office").records()).containsExactly(Map.entry(ALERT, RECORD));
        assertThat(lease.isExpired()).isFalse();
    }

    @Test
    void shouldGiveUpTheLeaseWhenThePartitionIsRevoked() {
        consumer.rebalance(List.of(PARTITION));
        add(DeliveryRecordMapping.key("office", ALERT));
        reader.poll(Duration.ZERO);

        consumer.rebalance(List.of());

        assertThat(reader.role()).isEqualTo(Role.STANDBY);
        assertThat(reader.state("office")).isEqualTo(DeliveryState.EMPTY);
        assertThat(lease.isExpired()).isTrue();
    }

    @Test
    void shouldNameTheOffsetOfAnUnreadableRecord() {
        consumer.rebalance(List.of(PARTITION));
        add("office|drive");

        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> reader.poll(Duration.ZERO))
                .withMessageStartingWith("muster.notifications partition 0 offset 0 cannot be read");
        assertThat(reader.role()).isEqualTo(Role.LOADING);
    }

    private void add(String key) {
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), 0, key, new byte[0]));
    }
}
