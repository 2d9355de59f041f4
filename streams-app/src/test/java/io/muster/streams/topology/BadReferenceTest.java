package io.muster.streams.topology;

import static io.muster.domain.fixture.ReferencesBuilder.someReferences;
import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.streams.topology.Drive.drive;
import static io.muster.streams.topology.stage.TopologySettings.LedgerStore.MEMORY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.schema.Area;
import io.muster.schema.Campaign;
import io.muster.schema.CertifiedCount;
import io.muster.schema.PlanCurve;
import io.muster.schema.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invalid reference records remove the definition under their key and are counted as ignored. */
class BadReferenceTest {

    private static final byte[] GARBAGE = {1, 2, 3};

    private final TopologyHarness muster = new TopologyHarness(MEMORY);

    @BeforeEach
    void count() {
        muster.refer(drive().target("drive", "yen-dung", 4).certified("drive", "yen-dung", "2023-05-12", 2));
        muster.state(aStatement().in("yen-dung").on("2023-05-12"));
    }

    @AfterEach
    void close() {
        muster.close();
    }

    @Test
    void shouldRemoveACampaignThatIsReplacedByUnreadableBytes() {
        publish(Topics.CAMPAIGNS, "drive", GARBAGE);

        assertThat(muster.events().ignored()).containsExactly(Topics.CAMPAIGNS);
        assertThat(muster.published().latest(Topics.AREA_PROGRESS)).isEmpty();
        assertThat(muster.published().campaign().getDataQuality().getCampaignKnown())
                .isFalse();
    }

    @Test
    void shouldRemoveACampaignThatIsReplacedByOneThatEndsBeforeItStarts() {
        publish(Topics.CAMPAIGNS, "drive", bytes(Topics.CAMPAIGNS, campaign("2023-05-31", "2023-05-01", "UTC")));

        assertThat(muster.events().ignored()).containsExactly(Topics.CAMPAIGNS);
        assertThat(muster.published().campaign().getDataQuality().getCampaignKnown())
                .isFalse();
    }

    @Test
    void shouldIgnoreACampaignInAZoneThatDoesNotExist() {
        publish(
                Topics.CAMPAIGNS,
                "new",
                bytes(Topics.CAMPAIGNS, campaign("2023-05-01", "2023-05-31", "Asia/Atlantis")));

        assertThat(muster.events().ignored()).containsExactly(Topics.CAMPAIGNS);
        assertThat(muster.published().latest(Topics.CAMPAIGN_PROGRESS)).doesNotContainKey("new");
    }

    @Test
    void shouldRemoveAnAreaThatIsReplacedByAnInvalidOne() {
        publish(Topics.AREAS, "yen-dung", bytes(Topics.AREAS, area("")));

        assertThat(muster.events().ignored()).containsExactly(Topics.AREAS);
        assertThat(muster.published().area("bac-giang").getEnrolled()).isZero();
        assertThat(muster.published().campaign().getDataQuality().getUnknownArea())
                .isEqualTo(1);
    }

    @Test
    void shouldRemoveATargetThatIsReplacedByOneBelowZero() {
        publish(Topics.TARGETS, "drive:yen-dung", bytes(Topics.TARGETS, new Target(-1L)));

        assertThat(muster.events().ignored()).containsExactly(Topics.TARGETS);
        assertThat(muster.published().area("yen-dung").getTarget()).isEmpty();
    }

    @Test
    void shouldRemoveACertifiedCountThatIsReplacedByOneBelowZero() {
        publish(
                Topics.CERTIFIED_COUNTS,
                "drive|yen-dung|2023-05-12",
                bytes(Topics.CERTIFIED_COUNTS, new CertifiedCount(-1L, null, null)));

        assertThat(muster.events().ignored()).containsExactly(Topics.CERTIFIED_COUNTS);
        assertThat(muster.published().day("yen-dung", "2023-05-12").getCertified())
                .isEmpty();
    }

    @Test
    void shouldIgnoreInvalidKeysWhateverTheirValue() {
        publish(Topics.TARGETS, "yen-dung", bytes(Topics.TARGETS, new Target(3L)));
        publish(Topics.TARGETS, "yen-dung", GARBAGE);
        publish(Topics.TARGETS, "yen-dung", null);
        publish(Topics.CERTIFIED_COUNTS, "drive|yen-dung|yesterday", GARBAGE);
        publish(Topics.CAMPAIGNS, "a:b", bytes(Topics.CAMPAIGNS, campaign("2023-05-01", "2023-05-31", "UTC")));
        muster.sendBytes(Topics.AREAS, null, GARBAGE, Instant.EPOCH);

        assertThat(muster.events().ignored())
                .containsExactly(
                        Topics.TARGETS,
                        Topics.TARGETS,
                        Topics.TARGETS,
                        Topics.CERTIFIED_COUNTS,
                        Topics.CAMPAIGNS,
                        Topics.AREAS);
        assertThat(muster.published().area("yen-dung").getTarget()).hasValue(4L);
    }

    @Test
    void shouldIgnoreARecordWithTheSchemaOfAnotherTopic() {
        publish(Topics.AREAS, "yen-dung", bytes(Topics.TARGETS, new Target(3L)));

        assertThat(muster.events().ignored()).containsExactly(Topics.AREAS);
        assertThat(muster.published().latest(Topics.AREA_PROGRESS)).doesNotContainKey("drive|yen-dung");
    }

    @Test
    void shouldRecoverWhenTheRecordIsCorrected() {
        publish(Topics.CAMPAIGNS, "drive", GARBAGE);
        publish(Topics.AREAS, "yen-dung", GARBAGE);

        muster.refer(drive());
        muster.refer(someReferences().target("drive", "yen-dung", 2));

        assertThat(muster.published().area("yen-dung").getAttainmentPercent()).hasValue(50.0);
    }

    private void publish(Topic<?> topic, String key, byte @Nullable [] value) {
        muster.sendBytes(topic, key.getBytes(UTF_8), value, Instant.EPOCH);
        muster.flush();
    }

    private <V> byte[] bytes(Topic<V> topic, V value) {
        return muster.bytes(topic, value);
    }

    private static Campaign campaign(String startsOn, String endsOn, String zone) {
        return Campaign.newBuilder()
                .setNames(Map.of())
                .setStartsOn(LocalDate.parse(startsOn))
                .setEndsOn(LocalDate.parse(endsOn))
                .setZone(zone)
                .setRootAreaId("bac-giang")
                .setPlanCurve(PlanCurve.LINEAR)
                .build();
    }

    private static Area area(String level) {
        return Area.newBuilder()
                .setParentId("bac-giang")
                .setLevel(level)
                .setKind("district")
                .setNames(Map.of())
                .build();
    }
}
