package io.muster.domain.oracle;

import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Statement;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The winning statement of each participant of one campaign (docs/rules.md, rule 1). */
final class Winners {

    /** The greater of two statements about one participant wins. Event ids compare as their lower-case text. */
    static final Comparator<Statement> PRECEDENCE = Comparator.comparingLong(Statement::version)
            .thenComparing(statement -> statement.eventId().toString());

    private Winners() {}

    static List<Statement> among(Collection<Statement> statements) {
        Map<ParticipantRef, List<Statement>> byParticipant =
                statements.stream().collect(Collectors.groupingBy(Statement::participantRef));
        return byParticipant.values().stream().map(Winners::winner).toList();
    }

    private static Statement winner(List<Statement> ofOneParticipant) {
        Statement winner = ofOneParticipant.stream().max(PRECEDENCE).orElseThrow();
        for (Statement other : ofOneParticipant) {
            if (PRECEDENCE.compare(other, winner) == 0 && !other.equals(winner)) {
                throw new IllegalArgumentException("neither wins: " + other + " and " + winner);
            }
        }
        return winner;
    }
}
