package io.muster.simulation.scenario;

import io.muster.domain.participant.ParticipantRef;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Counts statements by the contract, as simply as possible. */
final class Recount {

    private static final Comparator<Statement> WINS = Comparator.comparingLong(Statement::version)
            .thenComparing(said -> said.eventId().toString());

    private final Collection<Statement> counted;
    private final LocalDate first;
    private final LocalDate last;

    private Recount(Collection<Statement> counted, String first, String last) {
        this.counted = counted;
        this.first = LocalDate.parse(first);
        this.last = LocalDate.parse(last);
    }

    /** Counts one statement per participant, the winning one. */
    static Recount ofWinners(List<Statement> statements, String first, String last) {
        Map<ParticipantRef, Statement> winners = new HashMap<>();
        for (Statement said : statements) {
            winners.merge(said.participantRef(), said, (a, b) -> WINS.compare(a, b) >= 0 ? a : b);
        }
        return new Recount(winners.values(), first, last);
    }

    /** Counts one statement per participant, the last one in the file. This is wrong on purpose. */
    static Recount ofLastLines(List<Statement> statements, String first, String last) {
        Map<ParticipantRef, Statement> latest = new HashMap<>();
        statements.forEach(said -> latest.put(said.participantRef(), said));
        return new Recount(latest.values(), first, last);
    }

    /** Counts every line. This is wrong on purpose. */
    static Recount ofLines(List<Statement> statements, String first, String last) {
        return new Recount(statements, first, last);
    }

    int enrolled(String areaId) {
        return enrolled(areaId, first, last);
    }

    int enrolled(String areaId, LocalDate from, LocalDate through) {
        return count(areaId, Status.ENROLLED, said -> isBetween(said.enrolledOn(), from, through));
    }

    int withdrawn(String areaId) {
        return count(areaId, Status.WITHDRAWN, said -> isBetween(said.enrolledOn(), first, last));
    }

    int outsidePeriod(String areaId) {
        return count(areaId, Status.ENROLLED, said -> !isBetween(said.enrolledOn(), first, last));
    }

    int enrolledWith(Predicate<Statement> property) {
        return count("bac-giang", Status.ENROLLED, property.and(said -> isBetween(said.enrolledOn(), first, last)));
    }

    private int count(String areaId, Status status, Predicate<Statement> when) {
        return (int) counted.stream()
                .filter(said -> said.status() == status)
                .filter(said -> areaId.equals("bac-giang")
                        || said.areaId().value().equals(areaId)
                        || said.areaId().value().startsWith(areaId + "."))
                .filter(when)
                .count();
    }

    private static boolean isBetween(LocalDate day, LocalDate from, LocalDate through) {
        return !day.isBefore(from) && !day.isAfter(through);
    }
}
