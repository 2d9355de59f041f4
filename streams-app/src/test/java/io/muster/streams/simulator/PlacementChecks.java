package io.muster.streams.simulator;

import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.RecordKeys;
import io.muster.contract.topic.Topics;
import io.muster.domain.fixture.ReceivedAt;
import io.muster.domain.ledger.Correction.Placement;
import io.muster.domain.ledger.RecordedAhead;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Checks that corrections and lost statements agree with the statements they refer to. */
final class PlacementChecks {

    private final Map<UUID, Statement> statements = new HashMap<>();

    PlacementChecks(List<Statement> counted) {
        counted.forEach(statement -> statements.put(statement.eventId(), statement));
    }

    List<String> broken(PublishedOutput output) {
        List<String> broken = new ArrayList<>();
        output.each(Topics.CORRECTIONS, (entry, record) -> {
            Instant at = Instant.ofEpochMilli(entry.timestamp());
            var correction = StatementMapping.fromAvro(record, at);
            var participant = new ParticipantRef(record.getParticipantRef());
            boolean holds =
                    PublishedOutput.key(entry).equals(RecordKeys.participant(correction.campaignId(), participant))
                            && matches(correction.from(), participant)
                            && matches(correction.to(), participant)
                            && isReceived(correction.to(), at);
            if (!holds) {
                broken.add("a correction does not match its statements: " + record + " at " + at);
            }
        });
        output.each(Topics.LOST_STATEMENTS, (entry, record) -> {
            var loss = StatementMapping.fromAvro(record);
            var participant = new ParticipantRef(record.getParticipantRef());
            boolean holds = PublishedOutput.key(entry).equals(RecordKeys.participant(loss.campaignId(), participant))
                    && matches(loss.lost(), participant)
                    && matches(loss.standing(), participant)
                    && isReceived(loss.lost(), record.getReceivedAt())
                    && entry.timestamp() == record.getReceivedAt().toEpochMilli();
            if (!holds) {
                broken.add("a lost statement does not match its statements: " + record + " at " + entry.timestamp());
            }
        });
        return broken;
    }

    private boolean matches(Placement placement, ParticipantRef participantRef) {
        Statement statement = statements.get(placement.eventId());
        return statement != null
                && statement.participantRef().equals(participantRef)
                && placement.equals(new Placement(
                        statement.eventId(),
                        statement.version(),
                        statement.status(),
                        statement.areaId(),
                        statement.enrolledOn(),
                        statement.source(),
                        statement.recordedAt(),
                        RecordedAhead.minutes(
                                statement.recordedAt(),
                                ReceivedAt.OFTEN_EARLIER.of(statement).toEpochMilli())));
    }

    private boolean isReceived(Placement placement, Instant at) {
        Statement statement = statements.get(placement.eventId());
        return statement != null
                && at.toEpochMilli() == ReceivedAt.OFTEN_EARLIER.of(statement).toEpochMilli();
    }
}
