package io.muster.domain.oracle;

import io.muster.domain.reference.Campaign;
import io.muster.domain.statement.Dimension;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts the statements about one area and all areas below it.
 *
 * @param asOfDay the last day that counts to date
 * @param target null if the area has none
 * @param ever all statements, winning or not
 * @param winners the winning statements
 */
record AreaRecount(
        Campaign campaign, LocalDate asOfDay, @Nullable Long target, List<Statement> ever, List<Statement> winners) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    long on(LocalDate day, Status status) {
        return winners.stream()
                .filter(winner ->
                        winner.status() == status && winner.enrolledOn().equals(day))
                .count();
    }

    /** Counts winners on those days from first to last that are in the period. */
    long inPeriod(LocalDate first, LocalDate last, Status status) {
        return first.datesUntil(last.plusDays(1))
                .filter(this::isInPeriod)
                .mapToLong(day -> on(day, status))
                .sum();
    }

    /** Counts winners on the days of the period up to the as-of day. */
    long toDate(Status status) {
        return winners.stream()
                .filter(winner -> winner.status() == status && isToDate(winner.enrolledOn()))
                .count();
    }

    long enrolledAhead() {
        return winners.stream()
                .filter(winner -> winner.status() == Status.ENROLLED
                        && isInPeriod(winner.enrolledOn())
                        && winner.enrolledOn().isAfter(asOfDay))
                .count();
    }

    /** The target if it is above 0, else null. */
    @Nullable
    Long aim() {
        return target != null && target > 0 ? target : null;
    }

    long enrolledOutsidePeriod() {
        return winners.stream()
                .filter(winner -> winner.status() == Status.ENROLLED && !isInPeriod(winner.enrolledOn()))
                .count();
    }

    long enrolledToDate(Dimension dimension, String value) {
        return winners.stream()
                .filter(winner -> winner.status() == Status.ENROLLED
                        && isToDate(winner.enrolledOn())
                        && value.equals(dimension.valueIn(winner.segments())))
                .count();
    }

    Set<LocalDate> daysEverStated() {
        return ever.stream().map(Statement::enrolledOn).collect(Collectors.toSet());
    }

    Set<String> valuesEverStated(Dimension dimension) {
        return ever.stream()
                .filter(statement -> isInPeriod(statement.enrolledOn()))
                .map(statement -> dimension.valueIn(statement.segments()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Nullable
    Double attainmentPercent() {
        Long aim = aim();
        if (aim == null) {
            return null;
        }
        return new BigDecimal(toDate(Status.ENROLLED))
                .multiply(HUNDRED)
                .divide(new BigDecimal(aim), 2, RoundingMode.HALF_UP)
                .doubleValue();
    }

    @Nullable
    LocalDate completedOn() {
        Long aim = aim();
        if (aim == null) {
            return null;
        }
        long reached = aim;
        return campaign.startsOn()
                .datesUntil(campaign.endsOn().plusDays(1))
                .filter(day -> !day.isAfter(asOfDay) && inPeriod(campaign.startsOn(), day, Status.ENROLLED) >= reached)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Instant lastRecordedAt() {
        return ever.stream()
                .map(Statement::recordedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private boolean isToDate(LocalDate day) {
        return isInPeriod(day) && !day.isAfter(asOfDay);
    }

    private boolean isInPeriod(LocalDate day) {
        return !day.isBefore(campaign.startsOn()) && !day.isAfter(campaign.endsOn());
    }
}
