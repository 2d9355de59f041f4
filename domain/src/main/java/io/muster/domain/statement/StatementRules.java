package io.muster.domain.statement;

import static io.muster.domain.statement.Rejection.Reason.ENROLLED_AT_AFTER_RECORDED_AT;
import static io.muster.domain.statement.Rejection.Reason.ENROLLED_ON_FAR_FROM_ENROLLED_AT;
import static io.muster.domain.statement.Rejection.Reason.FIELD_TOO_LONG;
import static io.muster.domain.statement.Rejection.Reason.INVALID_ID;
import static io.muster.domain.statement.Rejection.Reason.KEY_MISMATCH;
import static io.muster.domain.statement.Rejection.Reason.RECORDED_AT_IN_THE_FUTURE;
import static io.muster.domain.statement.Rejection.Reason.UNKNOWN_STATUS;

import io.muster.domain.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a statement is refused (contract, rule 9). Clocks of offices are wrong and zones differ, so every comparison of times
 * allows a day.
 */
public final class StatementRules {

    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();

    private StatementRules() {}

    /** Why the statement is refused wherever it comes from, or null. */
    public static @Nullable Rejection check(Statement s) {
        Rejection id = checkIds(s);
        if (id != null) {
            return id;
        }
        if (s.status() == Status.UNKNOWN) {
            return new Rejection(UNKNOWN_STATUS, "status must be ENROLLED or WITHDRAWN");
        }
        if (isFarFrom(s.enrolledOn(), s.enrolledAt())) {
            return new Rejection(
                    ENROLLED_ON_FAR_FROM_ENROLLED_AT,
                    "enrolledOn " + s.enrolledOn() + " is more than a day away from enrolledAt " + s.enrolledAt());
        }
        if (isMoreThanADayAfter(s.enrolledAt(), s.recordedAt())) {
            return new Rejection(
                    ENROLLED_AT_AFTER_RECORDED_AT,
                    "enrolledAt " + s.enrolledAt() + " is more than a day after recordedAt " + s.recordedAt());
        }
        return null;
    }

    /**
     * Why the statement is refused as a record on the topic, or null.
     *
     * @param expectedKey the key that the statement should have
     * @param key the key that the record has
     * @param timestamp the Kafka timestamp of the record
     */
    public static @Nullable Rejection checkRecord(
            Statement s, String expectedKey, @Nullable String key, Instant timestamp) {
        Rejection rejection = check(s);
        if (rejection != null) {
            return rejection;
        }
        if (!expectedKey.equals(key)) {
            return new Rejection(KEY_MISMATCH, "the record key must be campaignId:participantRef of the value");
        }
        if (isMoreThanADayAfter(s.recordedAt(), timestamp)) {
            return new Rejection(
                    RECORDED_AT_IN_THE_FUTURE,
                    "recordedAt " + s.recordedAt() + " is more than a day after the record's timestamp " + timestamp);
        }
        return null;
    }

    private static @Nullable Rejection checkIds(Statement s) {
        Rejection rejection = invalidId("campaignId", Ids.campaignProblem(s.campaignId()));
        if (rejection == null) {
            rejection = invalidId("participantRef", Ids.problem(s.participantRef(), ""));
        }
        if (rejection == null) {
            rejection = invalidId("areaId", Ids.areaProblem(s.areaId()));
        }
        return rejection == null ? checkLengths(s) : rejection;
    }

    private static @Nullable Rejection invalidId(String field, @Nullable String problem) {
        return problem == null ? null : new Rejection(INVALID_ID, field + " " + problem);
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
        return new Rejection(
                FIELD_TOO_LONG,
                field + " must not be longer than " + Ids.MAX_LENGTH + " characters, but has " + value.length());
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
