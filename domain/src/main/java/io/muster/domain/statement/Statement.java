package io.muster.domain.statement;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.CanonicalForm;
import io.muster.domain.participant.ParticipantRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * "As of {@code version}, this participant is enrolled in (or withdrawn from) this area since this day."
 *
 * @param eventId the same on every retransmission
 * @param version orders the statements about one participant in one campaign
 * @param areaId the most specific area known
 * @param source the office or system that states it
 */
public record Statement(
        UUID eventId,
        Subject subject,
        long version,
        Status status,
        AreaId areaId,
        Times times,
        String source,
        Segments segments) {

    /** The participant of a campaign that a statement is about. Statements about the same subject compete. */
    public record Subject(CampaignId campaignId, ParticipantRef participantRef) {}

    /**
     * The day and the moments that a statement gives.
     *
     * @param enrolledOn the local day the enrollment counts for, set at the source in its own zone
     * @param enrolledAt when the participant enrolled or withdrew
     * @param recordedAt when the registration system wrote the statement
     */
    public record Times(LocalDate enrolledOn, Instant enrolledAt, Instant recordedAt) {}

    public CampaignId campaignId() {
        return subject.campaignId;
    }

    public ParticipantRef participantRef() {
        return subject.participantRef;
    }

    public LocalDate enrolledOn() {
        return times.enrolledOn;
    }

    public Instant enrolledAt() {
        return times.enrolledAt;
    }

    public Instant recordedAt() {
        return times.recordedAt;
    }

    /** The same statement with all refs, ids and segments in {@linkplain CanonicalForm canonical form}, for writing. */
    public Statement canonical() {
        return new Statement(
                eventId,
                new Subject(
                        new CampaignId(CanonicalForm.of(subject.campaignId.value())),
                        new ParticipantRef(CanonicalForm.of(subject.participantRef.value()))),
                version,
                status,
                new AreaId(CanonicalForm.of(areaId.value())),
                times,
                CanonicalForm.of(source),
                segments.canonical());
    }
}
