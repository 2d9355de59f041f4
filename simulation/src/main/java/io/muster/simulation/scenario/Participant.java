package io.muster.simulation.scenario;

import io.muster.domain.CampaignId;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A participant and the statements about them, with ascending versions. */
final class Participant {

    private static final long MICROS_PER_MILLI = 1_000;

    private final CampaignId campaignId;
    private final ParticipantRef ref;
    private final Segments segments;
    private final List<Statement> statements = new ArrayList<>();

    Participant(CampaignId campaignId, ParticipantRef ref, Segments segments) {
        this.campaignId = campaignId;
        this.ref = ref;
        this.segments = segments;
    }

    /**
     * Adds a statement, which wins from now on. Its version is the microseconds of {@code recordedAt}, or one above
     * the last version if the clock of the office is behind.
     */
    Statement state(
            UUID eventId, Status status, AreaAndDay place, Instant enrolledAt, Instant recordedAt, String source) {
        long version = recordedAt.toEpochMilli() * MICROS_PER_MILLI;
        if (!statements.isEmpty()) {
            version = Math.max(version, winning().version() + 1);
        }
        Statement statement = new Statement(
                eventId,
                new Statement.Subject(campaignId, ref),
                version,
                status,
                place.areaId(),
                new Statement.Times(place.day(), enrolledAt, recordedAt),
                source,
                segments);
        statements.add(statement);
        return statement;
    }

    Statement winning() {
        return statements.get(statements.size() - 1);
    }

    List<Statement> statements() {
        return List.copyOf(statements);
    }
}
