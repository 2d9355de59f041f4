package io.muster.client;

import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.schema.EnrollmentEvent;
import io.muster.schema.EnrollmentStatus;
import io.muster.schema.Gender;

/** A statement as it travels. */
final class EnrollmentMapper {

    private EnrollmentMapper() {}

    static EnrollmentEvent toAvro(Statement statement) {
        Segments segments = statement.segments();
        return new EnrollmentEvent(
                statement.eventId(),
                statement.campaignId(),
                statement.participantRef(),
                statement.version(),
                switch (statement.status()) {
                    case UNKNOWN -> EnrollmentStatus.UNKNOWN;
                    case ENROLLED -> EnrollmentStatus.ENROLLED;
                    case WITHDRAWN -> EnrollmentStatus.WITHDRAWN;
                },
                statement.areaId(),
                statement.enrolledOn(),
                statement.enrolledAt(),
                statement.recordedAt(),
                statement.source(),
                switch (segments.gender()) {
                    case UNDISCLOSED -> Gender.UNDISCLOSED;
                    case FEMALE -> Gender.FEMALE;
                    case MALE -> Gender.MALE;
                    case OTHER -> Gender.OTHER;
                },
                segments.ageBand(),
                segments.occupation(),
                segments.incomeBand());
    }
}
