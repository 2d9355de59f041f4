package io.muster.streams.topology;

import io.muster.domain.statement.Statement;
import io.muster.schema.EnrollmentEvent;
import io.muster.schema.EnrollmentStatus;
import io.muster.schema.Gender;

/** Statements as a producer of the field writes them. */
final class Events {

    private Events() {}

    static EnrollmentEvent event(Statement s) {
        return EnrollmentEvent.newBuilder()
                .setEventId(s.eventId())
                .setCampaignId(s.campaignId())
                .setParticipantRef(s.participantRef())
                .setVersion(s.version())
                .setStatus(EnrollmentStatus.valueOf(s.status().name()))
                .setAreaId(s.areaId())
                .setEnrolledOn(s.enrolledOn())
                .setEnrolledAt(s.enrolledAt())
                .setRecordedAt(s.recordedAt())
                .setSource(s.source())
                .setGender(Gender.valueOf(s.segments().gender().name()))
                .setAgeBand(s.segments().ageBand())
                .setOccupation(s.segments().occupation())
                .setIncomeBand(s.segments().incomeBand())
                .build();
    }
}
