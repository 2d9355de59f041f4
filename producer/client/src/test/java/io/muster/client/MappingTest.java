package io.muster.client;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.client.ReferenceBatch.Change;
import io.muster.contract.mapping.ReferenceMapping;
import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topic;
import io.muster.contract.topic.Topics;
import io.muster.domain.reference.AlertRules;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaMove;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.CertifiedCount;
import io.muster.domain.reference.PlanCurve;
import io.muster.domain.reference.Target;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.schema.EnrollmentEvent;
import io.muster.schema.EnrollmentStatus;
import io.muster.schema.PlanPoint;
import io.muster.schema.TilePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Round trips through Confluent's serializer. */
final class MappingTest {

    private static final Map<String, String> NAMES = Map.of("vi", "Yên Dũng", "en", "Yen Dung");
    private static final LocalDate FIRST = LocalDate.parse("2023-05-01");
    private static final LocalDate LAST = LocalDate.parse("2023-05-31");

    private final AvroSerdes serdes = new AvroSerdes("mock://mapping", Map.of("auto.register.schemas", true));

    @Test
    void shouldMapEveryFieldOfAStatement() {
        Statement statement = aStatement()
                .event("e1")
                .forCampaign("drive")
                .by("p1")
                .in("yên-dũng")
                .on("2023-05-12")
                .version(1_683_856_800_123_456L)
                .recordedAt("2023-05-13T02:00:00.123Z")
                .source("office")
                .segments(new Segments(Gender.FEMALE, "30-39", "farmer", "low"))
                .build();

        EnrollmentEvent event = roundTrip(Topics.ENROLLMENTS, StatementMapping.toAvro(statement));

        assertThat(event.getEventId()).isEqualTo(statement.eventId());
        assertThat(event.getCampaignId()).isEqualTo("drive");
        assertThat(event.getParticipantRef()).isEqualTo("p1");
        assertThat(event.getVersion()).isEqualTo(1_683_856_800_123_456L);
        assertThat(event.getStatus()).isEqualTo(EnrollmentStatus.ENROLLED);
        assertThat(event.getAreaId()).isEqualTo("yên-dũng");
        assertThat(event.getEnrolledOn()).isEqualTo("2023-05-12");
        assertThat(event.getEnrolledAt()).isEqualTo("2023-05-12T12:00:00Z");
        assertThat(event.getRecordedAt()).isEqualTo("2023-05-13T02:00:00.123Z");
        assertThat(event.getSource()).isEqualTo("office");
        assertThat(event.getGender()).isEqualTo(io.muster.schema.Gender.FEMALE);
        assertThat(event.getAgeBand()).hasValue("30-39");
        assertThat(event.getOccupation()).hasValue("farmer");
        assertThat(event.getIncomeBand()).hasValue("low");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void shouldMapEveryStatus(Status status) {
        EnrollmentEvent event = roundTrip(
                Topics.ENROLLMENTS,
                StatementMapping.toAvro(aStatement().status(status).build()));

        assertThat(event.getStatus()).hasToString(status.name());
        assertThat(event.getAgeBand()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Gender.class)
    void shouldMapEveryGender(Gender gender) {
        EnrollmentEvent event = roundTrip(
                Topics.ENROLLMENTS,
                StatementMapping.toAvro(aStatement().gender(gender).build()));

        assertThat(event.getGender()).hasToString(gender.name());
    }

    @Test
    void shouldMapACampaign() {
        Campaign campaign = new Campaign(
                campaignId("drive"),
                NAMES,
                new Campaign.Period(FIRST, LAST, ZoneId.of("Asia/Ho_Chi_Minh")),
                areaId("root"),
                new PlanCurve.Points(List.of(new PlanCurve.Point(FIRST, 0.02), new PlanCurve.Point(LAST, 1))),
                46_960L,
                52_139L,
                List.of(new AlertRules("commune", 15, 5, 3, 96)));

        Change<?> change = only(new ReferenceBatch().put(campaign));
        var sent = roundTrip(Topics.CAMPAIGNS, value(io.muster.schema.Campaign.class, change));

        assertThat(change.topic()).isEqualTo(Topics.CAMPAIGNS);
        assertThat(change.key()).isEqualTo("drive");
        assertThat(sent)
                .isEqualTo(new io.muster.schema.Campaign(
                        NAMES,
                        FIRST,
                        LAST,
                        "Asia/Ho_Chi_Minh",
                        "root",
                        io.muster.schema.PlanCurve.POINTS,
                        List.of(new PlanPoint(FIRST, 0.02), new PlanPoint(LAST, 1.0)),
                        46_960L,
                        52_139L,
                        List.of(new io.muster.schema.AlertRules("commune", 15.0, 5.0, 3, 96))));
    }

    @Test
    void shouldMapALinearPlanToNoPoints() {
        Campaign campaign = new Campaign(
                campaignId("drive"),
                NAMES,
                new Campaign.Period(FIRST, LAST, ZoneId.of("UTC")),
                areaId("root"),
                new PlanCurve.Linear(),
                null,
                null,
                List.of());

        var sent = roundTrip(Topics.CAMPAIGNS, ReferenceMapping.toAvro(campaign));

        assertThat(sent.getPlanCurve()).isEqualTo(io.muster.schema.PlanCurve.LINEAR);
        assertThat(sent.getPlanPoints()).isEmpty();
        assertThat(sent.getBaseline()).isEmpty();
        assertThat(sent.getStockTarget()).isEmpty();
    }

    @Test
    void shouldMapAnArea() {
        Instant at = Instant.parse("2026-11-25T03:00:00Z");
        Area area = new Area(
                        areaId("yen-dung"),
                        areaId("root"),
                        "district",
                        "district",
                        NAMES,
                        3_760L,
                        new Area.TilePosition(2, 3))
                .withMoves(List.of(
                        new AreaMove(areaId("north"), areaId("root"), at, List.of(areaId("root"))),
                        new AreaMove(null, areaId("north"), at, List.of())));

        Change<?> change = only(new ReferenceBatch().put(area));

        assertThat(change.topic()).isEqualTo(Topics.AREAS);
        assertThat(change.key()).isEqualTo("yen-dung");
        assertThat(roundTrip(Topics.AREAS, value(io.muster.schema.Area.class, change)))
                .isEqualTo(new io.muster.schema.Area(
                        "root",
                        "district",
                        "district",
                        NAMES,
                        3_760L,
                        new TilePosition(2, 3),
                        List.of(
                                new io.muster.schema.AreaMove("north", "root", at, List.of("root")),
                                new io.muster.schema.AreaMove(null, "north", at, List.of()))));
        assertThat(ReferenceMapping.fromAvro(areaId("yen-dung"), ReferenceMapping.toAvro(area)))
                .isEqualTo(area);
    }

    @Test
    void shouldMapARootWithoutOptionalFields() {
        Area area = new Area(areaId("root"), null, "province", "province", Map.of(), null, null);

        assertThat(roundTrip(Topics.AREAS, ReferenceMapping.toAvro(area)))
                .isEqualTo(new io.muster.schema.Area(null, "province", "province", Map.of(), null, null, List.of()));
    }

    @Test
    void shouldKeyATargetByCampaignAndArea() {
        Change<?> change = only(new ReferenceBatch().put(new Target(campaignId("drive"), areaId("yen-dung"), 285)));

        assertThat(change.topic()).isEqualTo(Topics.TARGETS);
        assertThat(change.key()).isEqualTo("drive:yen-dung");
        assertThat(roundTrip(Topics.TARGETS, value(io.muster.schema.Target.class, change))
                        .getTarget())
                .isEqualTo(285);
    }

    @Test
    void shouldKeyACertifiedCountByCampaignAreaAndDay() {
        Instant at = Instant.parse("2023-05-19T01:00:00Z");
        Change<?> change = only(new ReferenceBatch()
                .put(new CertifiedCount(campaignId("drive"), areaId("yen-dung"), FIRST, 12), at, "press office"));

        assertThat(change.topic()).isEqualTo(Topics.CERTIFIED_COUNTS);
        assertThat(change.key()).isEqualTo("drive|yen-dung|2023-05-01");
        assertThat(roundTrip(Topics.CERTIFIED_COUNTS, value(io.muster.schema.CertifiedCount.class, change)))
                .isEqualTo(new io.muster.schema.CertifiedCount(12L, at, "press office"));
    }

    @Test
    void shouldRemoveDefinitionsByTombstones() {
        ReferenceBatch batch = new ReferenceBatch()
                .removeCampaign(campaignId("drive"))
                .removeArea(areaId("yen-dung"))
                .removeTarget(campaignId("drive"), areaId("yen-dung"))
                .removeCertifiedCount(campaignId("drive"), areaId("yen-dung"), FIRST);

        assertThat(batch.changes())
                .containsExactly(
                        new Change<>(Topics.CAMPAIGNS, "drive", null),
                        new Change<>(Topics.AREAS, "yen-dung", null),
                        new Change<>(Topics.TARGETS, "drive:yen-dung", null),
                        new Change<>(Topics.CERTIFIED_COUNTS, "drive|yen-dung|2023-05-01", null));
    }

    @Test
    void shouldTruncateTimesToMilliseconds() {
        Statement statement =
                aStatement().recordedAt("2023-05-13T02:00:00.123456Z").build();

        assertThat(roundTrip(Topics.ENROLLMENTS, StatementMapping.toAvro(statement))
                        .getRecordedAt())
                .isEqualTo(Instant.parse("2023-05-13T02:00:00.123Z"));
    }

    private <V> V roundTrip(Topic<V> topic, V value) {
        byte[] bytes = serdes.serializer(topic).serialize(topic.name(), value);
        return serdes.deserializer(topic).deserialize(topic.name(), bytes);
    }

    private static Change<?> only(ReferenceBatch batch) {
        assertThat(batch.changes()).hasSize(1);
        return batch.changes().get(0);
    }

    private static <V> V value(Class<V> type, Change<?> change) {
        return type.cast(requireNonNull(change.value()));
    }
}
