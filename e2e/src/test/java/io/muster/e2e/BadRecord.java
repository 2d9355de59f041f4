package io.muster.e2e;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.domain.fixture.TestIds.participantRef;

import io.muster.contract.Connection;
import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.Topics;
import io.muster.domain.statement.Rejection.Reason;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.schema.EnrollmentEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;

/**
 * A record that breaks a rule, as a foreign system might produce it.
 *
 * @param reason the rule
 */
record BadRecord(Reason reason, String key, Bytes value) {

    private static final String KEY = "bac-giang-2023:stranger";
    private static final LocalDate DAY = LocalDate.parse("2023-05-12");
    private static final Instant NOON = DAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);

    /** One of each kind. */
    static List<BadRecord> ofEachKind(Connection connection, Instant now) {
        try (Serializer<EnrollmentEvent> avro = connection.serdes().serializer(Topics.ENROLLMENTS)) {
            Instant future = now.plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MILLIS);
            EnrollmentEvent good = event(Status.ENROLLED, DAY, NOON, NOON);
            EnrollmentEvent unknownStatus = event(Status.UNKNOWN, DAY, NOON, NOON);
            EnrollmentEvent farAway = event(Status.ENROLLED, DAY.minusDays(7), NOON, NOON);
            EnrollmentEvent beforeItHappens =
                    event(Status.ENROLLED, DAY.plusDays(3), NOON.plus(Duration.ofDays(3)), NOON);
            EnrollmentEvent fromTheFuture = event(Status.ENROLLED, DAY, NOON, future);
            return List.of(
                    bytes(Reason.UNDECODABLE, "not Avro at all".getBytes(StandardCharsets.UTF_8)),
                    bytes(Reason.UNDECODABLE, new byte[] {0, 0, 0, 0, 1}),
                    bytes(Reason.UNDECODABLE, new byte[0]),
                    of(Reason.UNKNOWN_STATUS, KEY, unknownStatus, avro),
                    of(Reason.KEY_MISMATCH, "bac-giang-2023:somebody-else", good, avro),
                    of(Reason.ENROLLED_ON_FAR_FROM_ENROLLED_AT, KEY, farAway, avro),
                    of(Reason.ENROLLED_AT_AFTER_RECORDED_AT, KEY, beforeItHappens, avro),
                    of(Reason.RECORDED_AT_IN_THE_FUTURE, KEY, fromTheFuture, avro));
        }
    }

    private static EnrollmentEvent event(Status status, LocalDate enrolledOn, Instant enrolledAt, Instant recordedAt) {
        return StatementMapping.toAvro(new Statement(
                new UUID(0, 1),
                new Statement.Subject(campaignId("bac-giang-2023"), participantRef("stranger")),
                1,
                status,
                areaId("yen-dung"),
                new Statement.Times(enrolledOn, enrolledAt, recordedAt),
                "office",
                Segments.NONE));
    }

    private static BadRecord bytes(Reason reason, byte[] value) {
        return new BadRecord(reason, KEY, Bytes.wrap(value));
    }

    private static BadRecord of(Reason reason, String key, EnrollmentEvent event, Serializer<EnrollmentEvent> avro) {
        return new BadRecord(reason, key, Bytes.wrap(avro.serialize(Topics.ENROLLMENTS.name(), event)));
    }
}
