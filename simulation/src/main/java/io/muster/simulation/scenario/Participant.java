package io.muster.simulation.scenario;

import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One person, and all that was stated about them, each statement with a higher version than the one before. */
final class Participant {

    private static final long MICROS_PER_MILLI = 1_000;

    private final String campaignId;
    private final String ref;
    private final Segments segments;
    private final List<Statement> said = new ArrayList<>();

    Participant(String campaignId, String ref, Segments segments) {
        this.campaignId = campaignId;
        this.ref = ref;
        this.segments = segments;
    }

    /**
     * States something new, which wins from now on. The version is the microseconds of {@code recordedAt}, or just above the last
     * one where the clock of the office that corrects is behind.
     */
    Statement say(UUID eventId, Status status, Spot spot, Instant enrolledAt, Instant recordedAt, String source) {
        long version = recordedAt.toEpochMilli() * MICROS_PER_MILLI;
        if (!said.isEmpty()) {
            version = Math.max(version, winning().version() + 1);
        }
        Statement statement = new Statement(
                eventId,
                campaignId,
                ref,
                version,
                status,
                spot.areaId(),
                spot.day(),
                enrolledAt,
                recordedAt,
                source,
                segments);
        said.add(statement);
        return statement;
    }

    Statement winning() {
        return said.get(said.size() - 1);
    }

    List<Statement> said() {
        return List.copyOf(said);
    }
}
