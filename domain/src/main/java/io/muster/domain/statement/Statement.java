package io.muster.domain.statement;

import io.muster.domain.CanonicalForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * "As of {@code version}, this participant is enrolled in (or withdrawn from) this area since this day."
 *
 * @param eventId the same on every retransmission
 * @param version orders the statements about one participant in one campaign
 * @param areaId the most specific area known
 * @param enrolledOn the local day the enrollment counts for, set at the source in its own zone
 * @param enrolledAt when the participant enrolled or withdrew
 * @param recordedAt when the registration system wrote the statement
 * @param source the office or system that states it
 */
public record Statement(
        UUID eventId,
        String campaignId,
        String participantRef,
        long version,
        Status status,
        String areaId,
        LocalDate enrolledOn,
        Instant enrolledAt,
        Instant recordedAt,
        String source,
        Segments segments) {

    /** The same statement with all refs, ids and segments in {@linkplain CanonicalForm canonical form}, for writing. */
    public Statement canonical() {
        return new Statement(
                eventId,
                CanonicalForm.of(campaignId),
                CanonicalForm.of(participantRef),
                version,
                status,
                CanonicalForm.of(areaId),
                enrolledOn,
                enrolledAt,
                recordedAt,
                CanonicalForm.of(source),
                segments.canonical());
    }
}
