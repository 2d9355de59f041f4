package io.muster.client.spool;

import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Versions;

/**
 * A statement before it is accepted.
 *
 * @param statement the statement with its preferred version
 * @param versionGiven whether to keep that version. Otherwise the version is raised above that of earlier statements
 *     about the same participant, for example when the clock was set back by up to a day
 */
public record Draft(Statement statement, boolean versionGiven) {

    /**
     * Returns the statement with a version above the last one of its participant. If the last version came from a
     * clock that was more than a day ahead, no higher version is allowed; the statement then keeps its version and
     * loses.
     *
     * @param lastVersion {@link Long#MIN_VALUE} if there is no earlier statement
     */
    Statement after(long lastVersion) {
        Statement s = statement;
        if (versionGiven || s.version() > lastVersion || lastVersion >= Versions.highest(s.recordedAt())) {
            return s;
        }
        return new Statement(
                s.eventId(),
                new Statement.Subject(s.campaignId(), s.participantRef()),
                lastVersion + 1,
                s.status(),
                s.areaId(),
                new Statement.Times(s.enrolledOn(), s.enrolledAt(), s.recordedAt()),
                s.source(),
                s.segments());
    }
}
