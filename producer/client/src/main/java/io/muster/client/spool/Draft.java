package io.muster.client.spool;

import io.muster.domain.statement.Statement;

/**
 * A statement that is about to be accepted.
 *
 * @param statement with the version that it should have
 * @param versionGiven whether it keeps that version; otherwise it gets a higher one where an earlier statement about the same participant
 *     has the same or a higher one, as when the clock was set back
 */
public record Draft(Statement statement, boolean versionGiven) {

    /** The statement with the version that it gets after one about the same participant, or after none: {@link Long#MIN_VALUE}. */
    Statement after(long lastVersion) {
        Statement s = statement;
        if (versionGiven || s.version() > lastVersion || lastVersion == Long.MAX_VALUE) {
            return s;
        }
        return new Statement(
                s.eventId(),
                s.campaignId(),
                s.participantRef(),
                lastVersion + 1,
                s.status(),
                s.areaId(),
                s.enrolledOn(),
                s.enrolledAt(),
                s.recordedAt(),
                s.source(),
                s.segments());
    }
}
