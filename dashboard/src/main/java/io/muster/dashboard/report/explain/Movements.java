package io.muster.dashboard.report.explain;

import io.muster.dashboard.report.explain.Explanation.Kind;
import io.muster.dashboard.report.explain.Explanation.Movement;
import io.muster.domain.ledger.Correction;
import io.muster.domain.ledger.Correction.Placement;
import io.muster.domain.statement.Status;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which corrections changed the count of an area.
 *
 * @param areaIds the area and all below it
 * @param day the only day that matters; null for all
 */
record Movements(Set<String> areaIds, @Nullable LocalDate day) {

    private static final Comparator<Correction> AS_THEY_CAME = Comparator.comparing(Correction::at)
            .thenComparing(correction -> correction.to().recordedAt())
            .thenComparing(correction -> correction.to().eventId().toString());

    List<Movement> among(List<Correction> corrections) {
        return corrections.stream()
                .sorted(AS_THEY_CAME)
                .flatMap(correction -> kind(correction).map(kind -> new Movement(kind, correction)).stream())
                .toList();
    }

    private Optional<Kind> kind(Correction correction) {
        boolean before = counts(correction.from());
        boolean after = counts(correction.to());
        boolean matters = Stream.of(correction.from(), correction.to())
                .anyMatch(placement -> counts(placement) && isExplained(placement.enrolledOn()));
        if (!matters) {
            return Optional.empty();
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

    private boolean counts(Placement placement) {
        return placement.status() == Status.ENROLLED && areaIds.contains(placement.areaId());
    }

    private boolean isExplained(LocalDate stated) {
        return day == null || day.equals(stated);
    }
}
