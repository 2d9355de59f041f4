package io.muster.e2e;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.TestIds.campaignId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import io.muster.contract.topic.CellKey;
import io.muster.contract.topic.Topics;
import io.muster.domain.AreaId;
import io.muster.domain.fixture.ReferencesBuilder;
import io.muster.domain.ledger.Cell;
import io.muster.domain.ledger.Subtotal;
import io.muster.domain.statement.Status;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.Launcher;
import io.muster.e2e.process.StreamsInstance;
import io.muster.e2e.sample.ReferenceSender;
import io.muster.streams.mapping.SubtotalCodec;
import io.muster.streams.topology.stage.TopologySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The broker compacts the cells while the application is down for days. The test writes old cells itself, since
 * statements would produce cells of today.
 */
class CompactedCellsIT {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final String APPLICATION = "muster";
    private static final int CELLS_BEFORE = 20_000;
    private static final TopicPartition CELLS = new TopicPartition(
            Topics.cells(APPLICATION).name(),
            TopologySettings.partitionOfKey(
                    "drive".getBytes(UTF_8), Topics.cells(APPLICATION).partitions()));

    @TempDir
    private Path folder;

    @Test
    void shouldNotPublishALowerTotalWhileReadingCompactedCells() throws Exception {
        try (Backend backend = new EmbeddedBackend();
                Admin admin = Admin.create(backend.connection().clientSettings())) {
            Connection connection = backend.connection();
            Launcher muster = Launcher.in(folder).connectedTo(connection);
            muster.succeed("topics");
            ReferenceSender references = new ReferenceSender(connection);
            references.become(drive().build());
            runUntilPublished(muster, connection, 0, null);
            write(connection, 5);
            runUntilPublished(muster, connection, 5, null);

            removeCells(admin);
            write(connection, 7);
            runUntilPublished(muster, connection, 7, null);
            assertThat(totals(connection)).containsExactly(0L, 5L, 7L);

            // no record left to read
            references.become(drive().target("drive", "bac-giang", 100).build());
            runUntilPublished(muster, connection, 7, 100L);

            // only a transaction marker left
            admin.alterConsumerGroupOffsets(APPLICATION, Map.of(CELLS, new OffsetAndMetadata(end(admin) - 1)))
                    .all()
                    .get();
            references.become(drive().target("drive", "bac-giang", 200).build());
            runUntilPublished(muster, connection, 7, 200L);
            assertThat(totals(connection)).containsExactly(0L, 5L, 7L);
        }
    }

    private void runUntilPublished(Launcher muster, Connection connection, long total, @Nullable Long target)
            throws Exception {
        try (StreamsInstance instance = StreamsInstance.startLive(muster, folder.resolve("state"))) {
            await().atMost(LIMIT).untilAsserted(() -> {
                SortedMap<String, GenericRecord> rows = new TopicReader(connection).latest(Topics.AREA_PROGRESS);
                assertThat(rows).hasEntrySatisfying("drive|bac-giang", row -> {
                    assertThat(row.get("enrolled")).isEqualTo(total);
                    assertThat(row.get("target")).isEqualTo(target);
                });
            });
            instance.process().terminate();
            assertThat(instance.process().awaitEnd(LIMIT)).isZero();
        }
    }

    /**
     * Writes the cell with a timestamp of two days ago, after so many cells of another area that the tally flushes
     * before it reads the cell.
     */
    private static void write(Connection connection, int enrolled) throws Exception {
        Map<String, Object> settings = connection.clientSettings();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "by-hand");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < CELLS_BEFORE; i++) {
                var unused = producer.send(cell("elsewhere", 1));
            }
            producer.send(cell("bac-giang", enrolled)).get();
            producer.commitTransaction();
        }
    }

    private static ProducerRecord<byte[], byte[]> cell(String areaId, int enrolled) {
        Subtotal subtotal = new Subtotal();
        subtotal.add(Status.ENROLLED, enrolled);
        return new ProducerRecord<>(
                CELLS.topic(),
                CELLS.partition(),
                Instant.now().minus(Duration.ofDays(2)).toEpochMilli(),
                new CellKey(new Cell(campaignId("drive"), new AreaId(areaId), LocalDate.parse("2023-05-12")), 0)
                        .toBytes(),
                SubtotalCodec.toBytes(subtotal));
    }

    /** Deletes the records already read, as compaction does once a later record exists. */
    private static void removeCells(Admin admin) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, CELLS.topic());
        ConfigEntry deletable = new ConfigEntry("cleanup.policy", "compact,delete");
        admin.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(deletable, OpType.SET))))
                .all()
                .get();
        admin.deleteRecords(Map.of(CELLS, RecordsToDelete.beforeOffset(end(admin))))
                .all()
                .get();
    }

    private static long end(Admin admin) throws Exception {
        return admin.listOffsets(Map.of(CELLS, OffsetSpec.latest()))
                .partitionResult(CELLS)
                .get()
                .offset();
    }

    /** The totals of the area in order of publication, without consecutive duplicates. */
    private static List<Long> totals(Connection connection) {
        List<Long> totals = new ArrayList<>();
        for (ConsumerRecord<String, Object> record : new TopicReader(connection).records(Topics.AREA_PROGRESS)) {
            Long total = record.value() instanceof GenericRecord row ? (Long) row.get("enrolled") : null;
            if (total != null && (totals.isEmpty() || !total.equals(totals.get(totals.size() - 1)))) {
                totals.add(total);
            }
        }
        return totals;
    }

    private static ReferencesBuilder drive() {
        return someReferences()
                .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
                .area("bac-giang", null, "province");
    }
}
