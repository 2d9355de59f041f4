package io.muster.streams.topology;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.FuzzedInputs;
import io.muster.domain.reference.AlertRules;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaMove;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.domain.reference.References;
import io.muster.schema.CertifiedCount;
import io.muster.schema.Target;
import io.muster.streams.topology.stage.TopologySettings.LedgerStore;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Feeds arbitrary bytes to the whole topology as a reference record. The first byte selects the topic. The bytes up to
 * the first line feed are the key; if the key is empty, the record replaces a definition that is in use. The rest is
 * the value, without its schema id.
 */
class DefinitionRecordFuzzTest {

    private static final FuzzedInputs INPUTS = new FuzzedInputs("records of definitions", 256);
    private static final int PREFIX = 1 + Integer.BYTES;
    private static final int MOST_INPUTS = 200;
    private static final LocalDate DAY = LocalDate.parse("2023-05-12");
    private static final List<Topic<?>> TOPICS =
            List.of(Topics.CAMPAIGNS, Topics.AREAS, Topics.TARGETS, Topics.CERTIFIED_COUNTS);
    private static final List<String> KEYS = List.of("drive", "yen-dung", "drive:yen-dung", "drive|yen-dung|" + DAY);

    private static final Campaign CAMPAIGN = new Campaign(
            campaignId("drive"),
            Map.of("vi", "Đợt"),
            new Campaign.Period(
                    LocalDate.parse("2023-05-01"), LocalDate.parse("2023-05-31"), ZoneId.of("Asia/Ho_Chi_Minh")),
            areaId("bac-giang"),
            new PlanCurve.Points(List.of(new PlanCurve.Point(DAY, 0.5))),
            10L,
            20L,
            List.of(AlertRules.usual("district")));
    private static final Area AREA = new Area(
            areaId("yen-dung"),
            areaId("bac-giang"),
            "district",
            "district",
            Map.of("vi", "Yên Dũng"),
            5L,
            new Area.TilePosition(1, 2),
            List.of(new AreaMove(
                    null, areaId("bac-giang"), Instant.parse("2023-05-02T00:00:00Z"), List.of(areaId("bac-giang")))));
    private static final References REFERENCES = someReferences()
            .campaign("drive", "2023-05-01", "2023-05-31", "bac-giang")
            .area("bac-giang", null, "province")
            .area("yen-dung", "bac-giang", "district")
            .target("drive", "bac-giang", 10)
            .target("drive", "yen-dung", 4)
            .certified("drive", "yen-dung", DAY.toString(), 1)
            .build();

    private @Nullable TopologyHarness harness;
    private int inputs;

    static Stream<byte[]> seeds() {
        try (TopologyHarness harness = new TopologyHarness(LedgerStore.MEMORY)) {
            List<byte[]> values = List.of(
                    harness.bytes(Topics.CAMPAIGNS, ReferenceMapping.toAvro(CAMPAIGN)),
                    harness.bytes(Topics.AREAS, ReferenceMapping.toAvro(AREA)),
                    harness.bytes(Topics.TARGETS, new Target(4L)),
                    harness.bytes(Topics.CERTIFIED_COUNTS, new CertifiedCount(1L, Instant.EPOCH, "an officer")));
            return Stream.concat(seeds(values, false).stream(), seeds(values, true).stream());
        }
    }

    private static List<byte[]> seeds(List<byte[]> values, boolean withKey) {
        return values.stream()
                .map(value -> {
                    int topic = values.indexOf(value);
                    ByteArrayOutputStream seed = new ByteArrayOutputStream();
                    seed.write(topic);
                    seed.writeBytes(((withKey ? KEYS.get(topic) : "") + "\n").getBytes(UTF_8));
                    seed.write(value, PREFIX, value.length - PREFIX);
                    return seed.toByteArray();
                })
                .toList();
    }

    @MethodSource("seeds")
    @FuzzTest
    void shouldCountAsBeforeOnceTheRecordIsCorrected(byte[] bytes) throws Exception {
        INPUTS.run(() -> {
            if (bytes.length > 0) {
                check(running(), bytes);
            }
        });
    }

    private static void check(TopologyHarness muster, byte[] bytes) {
        Topic<?> topic = TOPICS.get(Math.floorMod(bytes[0], TOPICS.size()));
        int keyEnd = 1;
        while (keyEnd < bytes.length && bytes[keyEnd] != '\n') {
            keyEnd++;
        }
        byte[] key = keyEnd == 1
                ? KEYS.get(Math.floorMod(bytes[0], TOPICS.size())).getBytes(UTF_8)
                : Arrays.copyOfRange(bytes, 1, keyEnd);
        byte[] value = new byte[PREFIX + Math.max(0, bytes.length - keyEnd - 1)];
        System.arraycopy(prefix(muster, topic), 0, value, 0, PREFIX);
        System.arraycopy(bytes, Math.min(keyEnd + 1, bytes.length), value, PREFIX, value.length - PREFIX);

        muster.sendBytes(topic, key, value, Instant.EPOCH);
        muster.flush();
        muster.sendBytes(topic, key, null, Instant.EPOCH);
        muster.refer(REFERENCES);
        muster.flush();
        assertThat(muster.published().area("yen-dung").getEnrolled()).isEqualTo(2);
        assertThat(muster.published().area("yen-dung").getTarget()).hasValue(4L);
        assertThat(muster.published().area("bac-giang").getEnrolled()).isEqualTo(2);
    }

    /** The current harness. It is replaced after some inputs, because it keeps everything that was published. */
    private TopologyHarness running() {
        if (harness != null && ++inputs % MOST_INPUTS != 0) {
            return harness;
        }
        stop();
        TopologyHarness started = new TopologyHarness(LedgerStore.MEMORY);
        started.refer(REFERENCES);
        started.state(
                aStatement().by("p1").in("yen-dung").on(DAY),
                aStatement().by("p2").in("yen-dung").on(DAY));
        harness = started;
        return started;
    }

    private static byte[] prefix(TopologyHarness muster, Topic<?> topic) {
        if (topic.equals(Topics.CAMPAIGNS)) {
            return muster.bytes(Topics.CAMPAIGNS, ReferenceMapping.toAvro(CAMPAIGN));
        }
        if (topic.equals(Topics.AREAS)) {
            return muster.bytes(Topics.AREAS, ReferenceMapping.toAvro(AREA));
        }
        return topic.equals(Topics.TARGETS)
                ? muster.bytes(Topics.TARGETS, new Target(4L))
                : muster.bytes(Topics.CERTIFIED_COUNTS, new CertifiedCount(1L, null, null));
    }

    @AfterEach
    void stop() {
        if (harness != null) {
            harness.close();
            harness = null;
        }
    }

    @AfterAll
    static void report() {
        INPUTS.report();
    }
}
