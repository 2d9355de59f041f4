package io.muster.report.explain;

import io.muster.domain.AreaId;
import io.muster.domain.ledger.Correction;
import io.muster.domain.ledger.Correction.Placement;
import io.muster.domain.ledger.LostStatement;
import io.muster.domain.statement.Status;
import io.muster.report.explain.Explanation.Kind;
import io.muster.report.explain.Explanation.Movement;
import io.muster.report.explain.Explanation.Side;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects the corrections that changed the count of an area or were made by its statements, and the lost statements
 * about it.
 *
 * @param areaIds ids of the area and all areas below it
 * @param day the only explained day; null for all
 */
record Movements(Set<AreaId> areaIds, @Nullable LocalDate day) {

    private static final Comparator<Correction> BY_ARRIVAL = Comparator.comparing(Correction::at)
            .thenComparing(correction -> correction.to().recordedAt())
            .thenComparing(correction -> correction.to().eventId().toString());

    List<Movement> among(List<Correction> corrections) {
        return corrections.stream()
                .sorted(BY_ARRIVAL)
                .flatMap(correction ->
                        kind(correction).stream().map(kind -> new Movement(kind, side(correction), correction)))
                .toList();
    }

    /**
     * @param corrections all corrections; a statement that once won is a duplicate, not a lost statement
     */
    List<LostStatement> lost(List<LostStatement> lost, List<Correction> corrections) {
        Set<UUID> stood = corrections.stream()
                .flatMap(correction -> Stream.of(correction.from(), correction.to()))
                .map(Placement::eventId)
                .collect(Collectors.toSet());
        return lost.stream()
                .filter(loss -> !stood.contains(loss.lost().eventId()))
                .filter(loss -> Stream.of(loss.lost(), loss.standing())
                        .anyMatch(placement -> isHere(placement) && isExplained(placement.enrolledOn())))
                .sorted(Comparator.comparing(LostStatement::at)
                        .thenComparing(loss -> loss.lost().eventId().toString()))
                .toList();
    }

    private Side side(Correction correction) {
        if (isHere(correction.from())) {
            return isHere(correction.to()) ? Side.BOTH : Side.FROM;
        }
        return Side.TO;
    }

    private Optional<Kind> kind(Correction correction) {
        boolean before = counts(correction.from());
        boolean after = counts(correction.to());
        boolean matters = Stream.of(correction.from(), correction.to())
                .anyMatch(placement -> counts(placement) && isExplained(placement.enrolledOn()));
        if (!matters) {
            return isWithdrawnFromHere(correction) ? Optional.of(Kind.WITHDREW_ELSEWHERE) : Optional.empty();
        }
        if (before && after) {
            boolean sameDay =
                    correction.from().enrolledOn().equals(correction.to().enrolledOn());
            return sameDay ? Optional.empty() : Optional.of(Kind.CHANGED_DAY);
        }
        if (after) {
            return Optional.of(Kind.MOVED_IN);
        }
        return Optional.of(correction.to().status() == Status.ENROLLED ? Kind.MOVED_AWAY : Kind.WITHDRAWN);
    }

    /** Whether a statement of this area withdraws a participant counted elsewhere. */
    private boolean isWithdrawnFromHere(Correction correction) {
        return isHere(correction.to())
                && isExplained(correction.to().enrolledOn())
                && correction.to().status() == Status.WITHDRAWN
                && correction.from().status() == Status.ENROLLED
                && !isHere(correction.from());
    }

    private boolean counts(Placement placement) {
        return placement.status() == Status.ENROLLED && isHere(placement);
    }

    private boolean isHere(Placement placement) {
        return areaIds.contains(placement.areaId());
    }

    private boolean isExplained(LocalDate stated) {
        return day == null || day.equals(stated);
    }
}
