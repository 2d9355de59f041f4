package io.muster.client.spool;

import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Versions;

/**
 * A statement that is about to be accepted.
 *
 * @param statement with the version that it should have
 * @param versionGiven whether it keeps that version; otherwise it gets a higher one where an earlier statement about the same participant
 *     has the same or a higher one, as when the clock was set back by up to a day
 */
public record Draft(Statement statement, boolean versionGiven) {

    /**
     * The statement with the version that it gets after one about the same participant, or after none: {@link Long#MIN_VALUE}. After one of a
     * clock that was more than a day ahead there is no version left that is allowed and higher; it keeps its own, and loses.
     */
    Statement after(long lastVersion) {
        Statement s = statement;
        if (versionGiven || s.version() > lastVersion || lastVersion >= Versions.highest(s.recordedAt())) {
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
