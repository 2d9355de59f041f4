package io.muster.domain.oracle;

import io.muster.domain.AreaId;
import io.muster.domain.fixture.ReceivedAt;
import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.domain.tally.CampaignRow.SourceCount;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Odd winning statements of one campaign, counted by source. */
record OddWinners(Collection<Statement> statements, ReceivedAt receivedAt) {

    private static final int MAX_SOURCES = 20;

    List<SourceCount> recordedAhead() {
        return bySource(
                winner -> winner.recordedAt().isAfter(receivedAt.of(winner).plus(Duration.ofMinutes(5))));
    }

    List<SourceCount> changedElsewhere() {
        Map<ParticipantRef, Set<AreaId>> enrolledIn = statements.stream()
                .filter(statement -> statement.status() == Status.ENROLLED)
                .collect(Collectors.groupingBy(
                        Statement::participantRef, Collectors.mapping(Statement::areaId, Collectors.toSet())));
        return bySource(winner -> enrolledIn.getOrDefault(winner.participantRef(), Set.of()).stream()
                .anyMatch(areaId -> !areaId.equals(winner.areaId())));
    }

    private List<SourceCount> bySource(Predicate<Statement> isOdd) {
        Map<String, Long> counts = Winners.among(statements).stream()
                .filter(isOdd)
                .collect(Collectors.groupingBy(Statement::source, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new SourceCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(SourceCount::participants, Comparator.reverseOrder())
                        .thenComparing(SourceCount::source))
                .limit(MAX_SOURCES)
                .toList();
    }
}
