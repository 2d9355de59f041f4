package io.muster.streams.topology.stage;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.streams.topology.stage.TopologySettings.LedgerStore.MEMORY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.muster.contract.topic.CellKey;
import io.muster.domain.ledger.Cell;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TopologySettingsTest {

    private static final Duration FLUSH_INTERVAL = Duration.ofMillis(20);

    @Test
    void shouldRejectInvalidValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopologySettings(MEMORY, 0, FLUSH_INTERVAL, 4))
                .withMessage("partitions must be at least 1, but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopologySettings(MEMORY, 1, Duration.ZERO, 4))
                .withMessage("checkEvery must be positive, but is PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopologySettings(MEMORY, 1, FLUSH_INTERVAL, -1))
                .withMessage("pauseFactor must not be negative, but is -1");
    }

    @Test
    void shouldSendAllCellsOfACampaignToOnePartition() {
        TopologySettings settings = new TopologySettings(MEMORY, 7, FLUSH_INTERVAL, 4);

        for (int input = 0; input < 3; input++) {
            CellKey key = new CellKey(
                    new Cell(campaignId("bac-giang-2023"), areaId("area-" + input), LocalDate.EPOCH), input);
            assertThat(settings.byCampaign().partitions("cells", key, new byte[0], new RecordHeaders(), 7))
                    .hasValue(Set.of(settings.partitionOfCampaign(campaignId("bac-giang-2023"))));
        }
    }

    @Test
    void shouldAssignACampaignToTheSamePartitionAsKafka() {
        TopologySettings settings = new TopologySettings(MEMORY, 4, FLUSH_INTERVAL, 4);

        assertThat(settings.partitionOfCampaign(campaignId("bac-giang-2023")))
                .isEqualTo(BuiltInPartitioner.partitionForKey("bac-giang-2023".getBytes(UTF_8), 4));
    }

    @Test
    void shouldAssignAParticipantToTheSamePartitionAsKafka() {
        TopologySettings settings = new TopologySettings(MEMORY, 6, FLUSH_INTERVAL, 4);

        for (int i = 0; i < 100; i++) {
            byte[] key = ("drive:p" + i).getBytes(UTF_8);
            assertThat(settings.partitionOfKey(key)).isEqualTo(BuiltInPartitioner.partitionForKey(key, 6));
        }
    }

    @Test
    void shouldSpreadCampaignsOverAllPartitions() {
        TopologySettings settings = new TopologySettings(MEMORY, 4, FLUSH_INTERVAL, 4);

        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> settings.partitionOfCampaign(campaignId("drive-" + i)))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(0, 1, 2, 3);
    }
}
