package io.muster.e2e.client;

import static java.util.stream.Collectors.toMap;

import io.muster.contract.Connection;
import io.muster.contract.mapping.StatementMapping;
import io.muster.contract.topic.Topics;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Statement;
import io.muster.e2e.TopicReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * The statements that arrived on the topic.
 *
 * @param statements in partition order, with duplicates
 */
record Arrivals(List<Statement> statements) {

    static Arrivals read(Connection connection) {
        try (var avro = connection.serdes().deserializer(Topics.ENROLLMENTS)) {
            return new Arrivals(new TopicReader(connection)
                    .bytes(Topics.ENROLLMENTS).stream()
                            .map(record -> StatementMapping.fromAvro(avro.deserialize(record.topic(), record.value())))
                            .toList());
        }
    }

    Set<UUID> eventIds() {
        return statements.stream().map(Statement::eventId).collect(Collectors.toSet());
    }

    /** Number of duplicates. */
    int repetitions() {
        return statements.size() - eventIds().size();
    }

    /** Participants with a later statement that first arrived before an earlier one. */
    List<String> outOfOrder() {
        List<String> outOfOrder = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        Map<ParticipantRef, Integer> last = new HashMap<>();
        for (Statement statement : statements) {
            if (seen.add(statement.eventId())) {
                int number = number(statement);
                if (last.getOrDefault(statement.participantRef(), -1) > number) {
                    outOfOrder.add(statement.participantRef() + " at " + number);
                }
                last.put(statement.participantRef(), number);
            }
        }
        return outOfOrder;
    }

    /** The number of the winning statement, by participant. */
    Map<ParticipantRef, Integer> standing() {
        Comparator<Statement> precedence = Comparator.comparingLong(Statement::version)
                .thenComparing(statement -> statement.eventId().toString());
        Map<ParticipantRef, Statement> winners =
                statements.stream().collect(toMap(Statement::participantRef, s -> s, BinaryOperator.maxBy(precedence)));
        Map<ParticipantRef, Integer> standing = new HashMap<>();
        winners.forEach((participant, winner) -> standing.put(participant, number(winner)));
        return standing;
    }

    private static int number(Statement statement) {
        return Integer.parseInt(String.valueOf(statement.segments().occupation()));
    }
}
