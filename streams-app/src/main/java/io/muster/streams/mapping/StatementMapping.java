package io.muster.streams.mapping;

import io.muster.domain.ledger.Standing;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.schema.Correction;
import io.muster.schema.EnrollmentEvent;
import io.muster.schema.EnrollmentStatus;
import io.muster.schema.Placement;

/** Between the events of the contract and statements. */
public final class StatementMapping {

    private StatementMapping() {}

    public static Statement statement(EnrollmentEvent event) {
        return new Statement(
                event.getEventId(),
                event.getCampaignId(),
                event.getParticipantRef(),
                event.getVersion(),
                status(event.getStatus()),
                event.getAreaId(),
                event.getEnrolledOn(),
                event.getEnrolledAt(),
                event.getRecordedAt(),
                event.getSource(),
                new Segments(
                        gender(event),
                        event.getAgeBand().orElse(null),
                        event.getOccupation().orElse(null),
                        event.getIncomeBand().orElse(null)));
    }

    public static Correction correction(String campaignId, String participantRef, Standing from, Standing to) {
        return new Correction(campaignId, participantRef, placement(from), placement(to));
    }

    private static Placement placement(Standing standing) {
        return new Placement(
                standing.eventId(),
                standing.version(),
                standing.status() == Status.ENROLLED ? EnrollmentStatus.ENROLLED : EnrollmentStatus.WITHDRAWN,
                standing.areaId(),
                standing.enrolledOn(),
                standing.source(),
                standing.recordedAt());
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
}
