package io.muster.dashboard.api;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.muster.board.Publication;
import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.mapping.RowMapping;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.FuzzedInputs;
import io.muster.domain.oracle.AsOf;
import io.muster.domain.oracle.Recount;
import io.muster.domain.oracle.Rows;
import io.muster.domain.reference.References;
import io.muster.schema.Correction;
import io.muster.schema.CountingStage;
import io.muster.schema.EnrollmentStatus;
import io.muster.schema.Heartbeat;
import io.muster.schema.Placement;
import io.muster.schema.Target;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Feeds arbitrary bytes as a record to the board. The first byte selects the topic, the bytes up to the first line feed
 * are the key, the rest is the value after its schema id. Then all API responses and bulletins are rendered.
 */
class BoardRecordFuzzTest {

    private static final FuzzedInputs INPUTS = new FuzzedInputs("records of the board", 128);
    private static final int PREFIX = 1 + Integer.BYTES;
    private static final AvroSerdes SERDES = new AvroSerdes("mock://fuzz-board", Map.of("auto.register.schemas", true));

    private static final References REFERENCES = someReferences()
            .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang", 1_000L)
            .area("bac-giang", null, "province")
            .area("yen-dung", "bac-giang", "district")
            .target("drive", "bac-giang", 100)
            .target("drive", "yen-dung", 3)
            .build();

    private static final Rows ROWS = Recount.of(
            List.of(
                    aStatement().by("p1").ageBand("30-39").build(),
                    aStatement().by("p2").on("2023-05-14").build()),
            REFERENCES,
            AsOf.RECORDED);

    /** A valid record of each topic. */
    private static final List<Sample<?>> SAMPLES = samples();

    private record Sample<V>(Topic<V> topic, String key, V value) {
        byte[] bytes() {
            return SERDES.serializer(topic).serialize(topic.name(), value);
        }
    }

    private static List<Sample<?>> samples() {
        List<Sample<?>> samples = new ArrayList<>();
        REFERENCES
                .campaigns()
                .forEach((id, campaign) ->
                        samples.add(new Sample<>(Topics.CAMPAIGNS, id.value(), ReferenceMapping.toAvro(campaign))));
        REFERENCES
                .areas()
                .forEach((id, area) ->
                        samples.add(new Sample<>(Topics.AREAS, id.value(), ReferenceMapping.toAvro(area))));
        samples.add(new Sample<>(Topics.TARGETS, "drive:yen-dung", new Target(3L)));
        ROWS.days()
                .forEach((key, row) -> samples.add(
                        new Sample<>(Topics.DAILY_COUNTS, key, RowMapping.toAvro(row, Publication.COMPUTED_AT))));
        ROWS.areas()
                .forEach((key, row) -> samples.add(
                        new Sample<>(Topics.AREA_PROGRESS, key, RowMapping.toAvro(row, Publication.COMPUTED_AT))));
        ROWS.campaigns()
                .forEach((key, row) -> samples.add(
                        new Sample<>(Topics.CAMPAIGN_PROGRESS, key, RowMapping.toAvro(row, Publication.COMPUTED_AT))));
        ROWS.segments()
                .forEach((key, row) -> samples.add(
                        new Sample<>(Topics.SEGMENT_COUNTS, key, RowMapping.toAvro(row, Publication.COMPUTED_AT))));
        ROWS.alerts()
                .forEach((key, row) ->
                        samples.add(new Sample<>(Topics.ALERTS, key, RowMapping.toAvro(row, Publication.COMPUTED_AT))));
        samples.add(new Sample<>(
                Topics.CORRECTIONS,
                "drive:p1",
                new Correction("drive", "p1", placement("yen-dung"), placement("bac-giang"))));
        samples.add(new Sample<>(
                Topics.HEARTBEATS,
                "muster|ledger|0",
                new Heartbeat(
                        "muster", CountingStage.LEDGER, 0, 7L, Publication.COMPUTED_AT, 3L, Publication.COMPUTED_AT)));
        return List.copyOf(samples);
    }

    private static Placement placement(String areaId) {
        LocalDate day = LocalDate.parse("2023-05-12");
        return new Placement(
                new UUID(0, areaId.length()),
                1L,
                EnrollmentStatus.ENROLLED,
                areaId,
                day,
                "office",
                Publication.COMPUTED_AT,
                0);
    }

    /** Silences the log messages about skipped records and those of Avro. */
    @BeforeAll
    static void sayNothing() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    }

    @AfterAll
    static void sayTheUsual() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.DEBUG);
    }

    static Stream<byte[]> seeds() {
        return SAMPLES.stream().map(sample -> {
            byte[] value = sample.bytes();
            ByteArrayOutputStream seed = new ByteArrayOutputStream();
            seed.write(SAMPLES.indexOf(sample));
            seed.writeBytes((sample.key + "\n").getBytes(UTF_8));
            seed.write(value, PREFIX, value.length - PREFIX);
            return seed.toByteArray();
        });
    }

    @MethodSource("seeds")
    @FuzzTest
    void shouldRenderAcceptedRecordsAndNotChangeForSkippedOnes(byte[] bytes) throws Exception {
        INPUTS.run(() -> {
            if (bytes.length == 0) {
                return;
            }
            Sample<?> sample = SAMPLES.get(Math.floorMod(bytes[0], SAMPLES.size()));
            int keyEnd = 1;
            while (keyEnd < bytes.length && bytes[keyEnd] != '\n') {
                keyEnd++;
            }
            byte[] value = Arrays.copyOf(sample.bytes(), PREFIX + Math.max(0, bytes.length - keyEnd - 1));
            System.arraycopy(bytes, Math.min(keyEnd + 1, bytes.length), value, PREFIX, value.length - PREFIX);
            check(sample.topic, new String(bytes, 1, keyEnd - 1, UTF_8), value);
        });
    }

    private static void check(Topic<?> topic, String key, byte[] value) {
        Publication publication = new Publication().of(REFERENCES).of(ROWS);
        String before = ShownBoard.of(publication.board());

        boolean isTaken = publication.takes(new ConsumerRecord<>(topic.name(), 0, 1_000_000, key, value), SERDES);

        String after = ShownBoard.of(publication.board());
        if (!isTaken) {
            assertThat(after).isEqualTo(before);
        }
        // apply the valid records again
        publication.of(REFERENCES).of(ROWS);
        assertThat(ShownBoard.of(publication.board())).contains("\"campaignId\":\"drive\"");
        publication.takes(new ConsumerRecord<>(topic.name(), 0, 1_000_001, key, null), SERDES);
        assertThat(publication.of(REFERENCES).of(ROWS).board()).isNotNull();
    }

    @AfterAll
    static void report() {
        INPUTS.report();
    }
}
