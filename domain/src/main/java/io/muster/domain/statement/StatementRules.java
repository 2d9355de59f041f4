package io.muster.domain.statement;

import static io.muster.domain.statement.Rejection.Reason.ENROLLED_AT_AFTER_RECORDED_AT;
import static io.muster.domain.statement.Rejection.Reason.ENROLLED_ON_FAR_FROM_ENROLLED_AT;
import static io.muster.domain.statement.Rejection.Reason.FIELD_TOO_LONG;
import static io.muster.domain.statement.Rejection.Reason.INVALID_ID;
import static io.muster.domain.statement.Rejection.Reason.KEY_MISMATCH;
import static io.muster.domain.statement.Rejection.Reason.NUMERIC_PARTICIPANT_REF;
import static io.muster.domain.statement.Rejection.Reason.RECORDED_AT_IN_THE_FUTURE;
import static io.muster.domain.statement.Rejection.Reason.UNKNOWN_STATUS;
import static io.muster.domain.statement.Rejection.Reason.VERSION_AHEAD_OF_RECORDED_AT;
import static io.muster.domain.statement.Rejection.Reason.YEAR_OUT_OF_RANGE;

import io.muster.domain.Ids;
import io.muster.domain.participant.IdentityNumber;
import io.muster.domain.participant.NumericRefs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a statement is rejected (docs/rules.md, rule 9). Comparisons of times tolerate a day, because
 * clocks of offices are wrong and time zones differ.
 */
public final class StatementRules {

    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    /** The first valid year of the days and times of a statement. */
    public static final int FIRST_YEAR = 1900;

    /** The last valid year of the days and times of a statement. */
    public static final int LAST_YEAR = 2200;

    private static final long FIRST_SECOND = LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay() * DAY_SECONDS;
    private static final long END_SECOND = LocalDate.of(LAST_YEAR + 1, 1, 1).toEpochDay() * DAY_SECONDS;

    private StatementRules() {}

    /** The reason to reject a statement from any origin; null if it is valid. */
    public static @Nullable Rejection check(Statement s, NumericRefs numericRefs) {
        Rejection rejection = checkIds(s);
        if (rejection == null) {
            rejection = checkParticipant(s, numericRefs);
        }
        if (rejection == null && s.status() == Status.UNKNOWN) {
            rejection = Rejection.of(UNKNOWN_STATUS, "status", "must be ENROLLED or WITHDRAWN");
        }
        if (rejection == null) {
            rejection = checkYears(s);
        }
        return rejection == null ? checkOrder(s) : rejection;
    }

    /**
     * The reason to reject a statement as a record of the topic; null if it is valid.
     *
     * @param expectedKey the key that the record should have
     * @param key the key that the record has
     * @param timestamp the Kafka timestamp of the record
     */
    public static @Nullable Rejection checkRecord(
            Statement s, String expectedKey, @Nullable String key, Instant timestamp, NumericRefs numericRefs) {
        Rejection rejection = check(s, numericRefs);
        if (rejection != null) {
            return rejection;
        }
        if (!expectedKey.equals(key)) {
            return new Rejection(KEY_MISMATCH, "the record key must be campaignId:participantRef of the value");
        }
        if (isMoreThanADayAfter(s.recordedAt(), timestamp)) {
            return new Rejection(
                    RECORDED_AT_IN_THE_FUTURE,
                    "recordedAt",
                    s.recordedAt().toString(),
                    "is more than a day after the record's timestamp " + timestamp);
        }
        return null;
    }

    private static @Nullable Rejection checkIds(Statement s) {
        Rejection rejection =
                invalidId("campaignId", Ids.campaignProblem(s.campaignId().value()));
        if (rejection == null) {
            rejection =
                    invalidId("participantRef", Ids.problem(s.participantRef().value(), ""));
        }
        if (rejection == null) {
            rejection = invalidId("areaId", Ids.areaProblem(s.areaId().value()));
        }
        if (rejection == null) {
            rejection = checkLengths(s);
        }
        return rejection == null && !s.source().isBlank()
                ? invalidId("source", Ids.problem(s.source(), ""))
                : rejection;
    }

    private static @Nullable Rejection invalidId(String field, @Nullable String problem) {
        return problem == null ? null : Rejection.of(INVALID_ID, field, problem);
    }

    /** Leaves the number out of the rejection, because it may be an identity number. */
    private static @Nullable Rejection checkParticipant(Statement s, NumericRefs numericRefs) {
        return numericRefs == NumericRefs.REFUSED
                        && IdentityNumber.isBare(s.participantRef().value())
                ? Rejection.of(
                        NUMERIC_PARTICIPANT_REF,
                        "participantRef",
                        "is a bare number of 9 to 12 digits, as identity numbers are; send a reference derived from"
                                + " it with a participant key, or allow such references with --allow-numeric-refs")
                : null;
    }

    private static @Nullable Rejection checkLengths(Statement s) {
        Rejection rejection = tooLong("source", s.source());
        for (Dimension dimension : Dimension.values()) {
            if (rejection == null) {
                rejection = tooLong(dimension.fieldName(), dimension.valueIn(s.segments()));
            }
        }
        return rejection;
    }

    private static @Nullable Rejection tooLong(String field, @Nullable String value) {
        if (value == null || value.length() <= Ids.MAX_LENGTH) {
            return null;
        }
        return Rejection.of(
                FIELD_TOO_LONG,
                field,
                "must not be longer than " + Ids.MAX_LENGTH + " characters, but has " + value.length());
    }

    /**
     * A year out of range comes from a clock that was never set, or from a table cell that does not contain a date. The
     * limits also prevent overflow when durations are added to times.
     */
    private static @Nullable Rejection checkYears(Statement s) {
        if (!isWithin(s.enrolledOn().toEpochDay() * DAY_SECONDS)) {
            return outOfRange("enrolledOn", s.enrolledOn());
        }
        if (!isWithin(s.enrolledAt().getEpochSecond())) {
            return outOfRange("enrolledAt", s.enrolledAt());
        }
        return isWithin(s.recordedAt().getEpochSecond()) ? null : outOfRange("recordedAt", s.recordedAt());
    }

    private static boolean isWithin(long epochSecond) {
        return epochSecond >= FIRST_SECOND && epochSecond < END_SECOND;
    }

    private static Rejection outOfRange(String field, Object value) {
        return new Rejection(
                YEAR_OUT_OF_RANGE,
                field,
                value.toString(),
                "is not in the years from " + FIRST_YEAR + " to " + LAST_YEAR);
    }

    private static @Nullable Rejection checkOrder(Statement s) {
        if (isFarFrom(s.enrolledOn(), s.enrolledAt())) {
            return new Rejection(
                    ENROLLED_ON_FAR_FROM_ENROLLED_AT,
                    "enrolledOn",
                    s.enrolledOn().toString(),
                    "is more than a day away from enrolledAt " + s.enrolledAt());
        }
        if (isMoreThanADayAfter(s.enrolledAt(), s.recordedAt())) {
            return new Rejection(
                    ENROLLED_AT_AFTER_RECORDED_AT,
                    "enrolledAt",
                    s.enrolledAt().toString(),
                    "is more than a day after recordedAt " + s.recordedAt());
        }
        if (s.version() > Versions.highest(s.recordedAt())) {
            return new Rejection(
                    VERSION_AHEAD_OF_RECORDED_AT,
                    "version",
                    Long.toString(s.version()),
                    "is more than a day ahead of recordedAt " + s.recordedAt() + ", whose microseconds are "
                            + Versions.of(s.recordedAt()));
        }
        return null;
    }

    /** Whether the whole UTC day lies more than a day before or after the instant. */
    private static boolean isFarFrom(LocalDate day, Instant instant) {
        long dayOfInstant = Math.floorDiv(instant.getEpochSecond(), DAY_SECONDS);
        return Math.abs(day.toEpochDay() - dayOfInstant) > 1;
    }

    private static boolean isMoreThanADayAfter(Instant instant, Instant reference) {
        return instant.isAfter(reference.plusSeconds(DAY_SECONDS));
    }
}
