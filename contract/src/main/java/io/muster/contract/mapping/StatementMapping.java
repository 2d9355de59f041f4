package io.muster.contract.mapping;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.ledger.Standing;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.schema.Correction;
import io.muster.schema.EnrollmentEvent;
import io.muster.schema.EnrollmentStatus;
import io.muster.schema.LostStatement;
import io.muster.schema.Placement;
import java.time.Instant;

/** Maps statements, corrections and lost statements to Avro and back. */
public final class StatementMapping {

    private StatementMapping() {}

    /** Maps refs and ids unchanged, and segments in canonical form. */
    public static Statement fromAvro(EnrollmentEvent event) {
        return new Statement(
                event.getEventId(),
                new Statement.Subject(
                        new CampaignId(event.getCampaignId()), new ParticipantRef(event.getParticipantRef())),
                event.getVersion(),
                status(event.getStatus()),
                new AreaId(event.getAreaId()),
                new Statement.Times(event.getEnrolledOn(), event.getEnrolledAt(), event.getRecordedAt()),
                event.getSource(),
                new Segments(
                                gender(event),
                                event.getAgeBand().orElse(null),
                                event.getOccupation().orElse(null),
                                event.getIncomeBand().orElse(null))
                        .canonical());
    }

    public static EnrollmentEvent toAvro(Statement statement) {
        Segments segments = statement.segments();
        return new EnrollmentEvent(
                statement.eventId(),
                statement.campaignId().value(),
                statement.participantRef().value(),
                statement.version(),
                toAvro(statement.status()),
                statement.areaId().value(),
                statement.enrolledOn(),
                statement.enrolledAt(),
                statement.recordedAt(),
                statement.source(),
                toAvro(segments.gender()),
                segments.ageBand(),
                segments.occupation(),
                segments.incomeBand());
    }

    /**
     * @param from the replaced statement
     * @param to the statement that replaced it
     */
    public static Correction correction(
            CampaignId campaignId, ParticipantRef participantRef, Standing from, Standing to) {
        return new Correction(campaignId.value(), participantRef.value(), placement(from), placement(to));
    }

    /** @param at the record's timestamp */
    public static io.muster.domain.ledger.Correction fromAvro(Correction correction, Instant at) {
        return new io.muster.domain.ledger.Correction(
                new CampaignId(correction.getCampaignId()),
                at,
                placement(correction.getFrom()),
                placement(correction.getTo()));
    }

    /**
     * @param lost the statement that lost
     * @param standing the winning statement
     * @param receivedAt the timestamp of the lost statement's record
     */
    public static LostStatement lost(
            CampaignId campaignId,
            ParticipantRef participantRef,
            Standing lost,
            Standing standing,
            Instant receivedAt) {
        return new LostStatement(
                campaignId.value(), participantRef.value(), placement(lost), placement(standing), receivedAt);
    }

    public static io.muster.domain.ledger.LostStatement fromAvro(LostStatement loss) {
        return new io.muster.domain.ledger.LostStatement(
                new CampaignId(loss.getCampaignId()),
                loss.getReceivedAt(),
                placement(loss.getLost()),
                placement(loss.getStanding()));
    }

    private static io.muster.domain.ledger.Correction.Placement placement(Placement placement) {
        return new io.muster.domain.ledger.Correction.Placement(
                placement.getEventId(),
                placement.getVersion(),
                status(placement.getStatus()),
                new AreaId(placement.getAreaId()),
                placement.getEnrolledOn(),
                placement.getSource(),
                placement.getRecordedAt(),
                placement.getRecordedAheadMinutes());
    }

    private static Placement placement(Standing standing) {
        return new Placement(
                standing.eventId(),
                standing.version(),
                toAvro(standing.status()),
                standing.areaId().value(),
                standing.enrolledOn(),
                standing.source(),
                standing.recordedAt(),
                standing.minutesAhead());
    }

    private static Status status(EnrollmentStatus status) {
        return switch (status) {
            case ENROLLED -> Status.ENROLLED;
            case WITHDRAWN -> Status.WITHDRAWN;
            case UNKNOWN -> Status.UNKNOWN;
        };
    }

    private static Gender gender(EnrollmentEvent event) {
        return switch (event.getGender()) {
            case FEMALE -> Gender.FEMALE;
            case MALE -> Gender.MALE;
            case OTHER -> Gender.OTHER;
            case UNDISCLOSED -> Gender.UNDISCLOSED;
        };
    }

    private static EnrollmentStatus toAvro(Status status) {
        return switch (status) {
            case UNKNOWN -> EnrollmentStatus.UNKNOWN;
            case ENROLLED -> EnrollmentStatus.ENROLLED;
            case WITHDRAWN -> EnrollmentStatus.WITHDRAWN;
        };
    }

    private static io.muster.schema.Gender toAvro(Gender gender) {
        return switch (gender) {
            case UNDISCLOSED -> io.muster.schema.Gender.UNDISCLOSED;
            case FEMALE -> io.muster.schema.Gender.FEMALE;
            case MALE -> io.muster.schema.Gender.MALE;
            case OTHER -> io.muster.schema.Gender.OTHER;
        };
    }
}
