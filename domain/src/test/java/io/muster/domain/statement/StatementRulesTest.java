package io.muster.domain.statement;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
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
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.StatementBuilder;
import io.muster.domain.participant.NumericRefs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/rules.md, rule 9. */
class StatementRulesTest {

    private static final Instant NOON = Instant.parse("2023-05-12T12:00:00Z");

    @Test
    void shouldAcceptAnOrdinaryStatement() {
        assertThat(check(aStatement().build())).isNull();
        assertThat(check(aStatement().withdrawn().build())).isNull();
    }

    @Test
    void shouldRejectAnUnknownStatus() {
        Rejection rejection = check(aStatement().status(Status.UNKNOWN).build());

        assertThat(rejection).isEqualTo(Rejection.of(UNKNOWN_STATUS, "status", "must be ENROLLED or WITHDRAWN"));
    }

    @Test
    void shouldNameTheInvalidId() {
        assertThat(check(aStatement().forCampaign("a:b").build()))
                .isEqualTo(Rejection.of(INVALID_ID, "campaignId", "must not contain ':'"));
        assertThat(check(aStatement().by(" ").build()))
                .isEqualTo(Rejection.of(INVALID_ID, "participantRef", "must not be blank"));
        assertThat(check(aStatement().in("a|b").build()))
                .isEqualTo(Rejection.of(INVALID_ID, "areaId", "must not contain '|'"));
    }

    @Test
    void shouldAcceptSeparatorsInAParticipantRefBecauseItEndsTheKey() {
        assertThat(check(aStatement().by("a:b|c").build())).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-05-11T00:00:00Z, true",
        "2023-05-10T23:59:59.999Z, false",
        "2023-05-13T23:59:59.999Z, true",
        "2023-05-14T00:00:00Z, false"
    })
    void shouldAcceptAnEnrollmentOneDayBeforeOrAfterInUtc(Instant enrolledAt, boolean fine) {
        Statement statement = at(LocalDate.parse("2023-05-12"), enrolledAt, enrolledAt);

        assertThat(reason(check(statement))).isEqualTo(fine ? null : ENROLLED_ON_FAR_FROM_ENROLLED_AT);
    }

    @Test
    void shouldHandleDaysBefore1970() {
        LocalDate day = LocalDate.parse("1969-12-30");

        assertThat(check(at(day, Instant.parse("1969-12-31T23:59:59.999Z"), NOON)))
                .isNull();
        assertThat(reason(check(at(day, Instant.EPOCH, NOON)))).isEqualTo(ENROLLED_ON_FAR_FROM_ENROLLED_AT);
    }

    @Test
    void shouldAcceptAClockOneDayBehindAndRejectASlowerOne() {
        LocalDate day = LocalDate.parse("2023-05-12");

        assertThat(check(at(day, NOON, Instant.parse("2023-05-11T12:00:00Z")))).isNull();
        Rejection rejection = check(at(day, NOON, Instant.parse("2023-05-11T11:59:59.999Z")));
        assertThat(rejection)
                .isEqualTo(new Rejection(
                        ENROLLED_AT_AFTER_RECORDED_AT,
                        "enrolledAt",
                        "2023-05-12T12:00:00Z",
                        "is more than a day after recordedAt 2023-05-11T11:59:59.999Z"));
    }

    @Test
    void shouldAcceptAStatementRecordedYearsLater() {
        assertThat(check(at(LocalDate.parse("1993-05-12"), Instant.parse("1993-05-12T12:00:00Z"), NOON)))
                .isNull();
    }

    @Test
    void shouldAcceptARecordSentADayBeforeItWasRecordedAndRejectAnEarlierOne() {
        Statement statement = at(LocalDate.parse("2023-05-12"), NOON, NOON);

        assertThat(checkRecord(statement, "k", "k", NOON.minusSeconds(86_400))).isNull();
        Rejection rejection =
                checkRecord(statement, "k", "k", NOON.minusSeconds(86_400).minusMillis(1));
        assertThat(rejection)
                .isEqualTo(new Rejection(
                        RECORDED_AT_IN_THE_FUTURE,
                        "recordedAt",
                        "2023-05-12T12:00:00Z",
                        "is more than a day after the record's timestamp 2023-05-11T11:59:59.999Z"));
    }

    @Test
    void shouldRejectAWrongOrMissingKey() {
        Statement statement = aStatement().build();

        assertThat(reason(checkRecord(statement, "drive:p1", "drive:p2", statement.recordedAt())))
                .isEqualTo(KEY_MISMATCH);
        assertThat(reason(checkRecord(statement, "drive:p1", null, statement.recordedAt())))
                .isEqualTo(KEY_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "ageBand", "occupation", "incomeBand"})
    void shouldNameTheFieldThatIsTooLong(String field) {
        assertThat(check(with(field, 256))).isNull();
        assertThat(check(with(field, 257)))
                .isEqualTo(Rejection.of(FIELD_TOO_LONG, field, "must not be longer than 256 characters, but has 257"));
    }

    @Test
    void shouldAcceptAVersionADayAheadOfRecordedAtAndRejectAHigherOne() {
        StatementBuilder statement = aStatement().recordedAt("2023-05-12T12:00:00Z");
        long highest = 1_683_979_200_000_000L; // 2023-05-13T12:00Z

        assertThat(check(statement.version(highest).build())).isNull();
        assertThat(check(statement.version(Long.MIN_VALUE).build())).isNull();
        assertThat(check(statement.version(highest + 1).build()))
                .isEqualTo(new Rejection(
                        VERSION_AHEAD_OF_RECORDED_AT,
                        "version",
                        "1683979200000001",
                        "is more than a day ahead of recordedAt 2023-05-12T12:00:00Z, whose microseconds are"
                                + " 1683892800000000"));
        assertThat(reason(check(statement.version(Long.MAX_VALUE).build()))).isEqualTo(VERSION_AHEAD_OF_RECORDED_AT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789", "0123456789", "01234567890", "024098000123"})
    void shouldRejectABareNumberAsRefWithoutShowingItUnlessAllowed(String ref) {
        Statement statement = aStatement().by(ref).build();

        Rejection rejection = check(statement);

        assertThat(reason(rejection)).isEqualTo(NUMERIC_PARTICIPANT_REF);
        assertThat(detail(rejection))
                .startsWith("participantRef is a bare number of 9 to 12 digits")
                .doesNotContain(ref);
        assertThat(StatementRules.check(statement, NumericRefs.ALLOWED)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "0123456789012", "p024098000123", "024-098-000-123"})
    void shouldAcceptOtherNumbersAsRefs(String ref) {
        assertThat(check(aStatement().by(ref).build())).isNull();
    }

    @ParameterizedTest
    @CsvSource({"1900-01-01, true", "1899-12-31, false", "2200-12-31, true", "2201-01-01, false"})
    void shouldRejectYearsOutOfRange(LocalDate day, boolean fine) {
        assertThat(reason(check(aStatement().version(Long.MIN_VALUE).on(day).build())))
                .isEqualTo(fine ? null : YEAR_OUT_OF_RANGE);
    }

    @Test
    void shouldRejectExtremeDaysAndTimesWithoutAnException() {
        LocalDate day = LocalDate.parse("2023-05-12");
        List<Instant> farthest = List.of(
                Instant.MIN, Instant.MAX, Instant.ofEpochMilli(Long.MIN_VALUE), Instant.ofEpochMilli(Long.MAX_VALUE));

        assertThat(reason(check(at(LocalDate.MIN, NOON, NOON)))).isEqualTo(YEAR_OUT_OF_RANGE);
        assertThat(reason(check(at(LocalDate.MAX, NOON, NOON)))).isEqualTo(YEAR_OUT_OF_RANGE);
        for (Instant far : farthest) {
            assertThat(reason(check(at(day, far, NOON)))).isEqualTo(YEAR_OUT_OF_RANGE);
            assertThat(check(at(day, NOON, far)))
                    .isEqualTo(new Rejection(
                            YEAR_OUT_OF_RANGE, "recordedAt", far.toString(), "is not in the years from 1900 to 2200"));
        }
    }

    @Test
    void shouldRejectARefOrIdThatIsNotCanonical() {
        assertThat(detail(check(aStatement().by("p1\u200b").build())))
                .isEqualTo(
                        "participantRef must not contain U+200B ZERO WIDTH SPACE at character 3, which is invisible");
        assertThat(reason(check(aStatement().forCampaign("drive ").build()))).isEqualTo(INVALID_ID);
        assertThat(reason(check(aStatement().in("ye\u0302n-dung").build()))).isEqualTo(INVALID_ID);
        assertThat(reason(check(aStatement().source("office\u00ad").build()))).isEqualTo(INVALID_ID);
    }

    private static @Nullable Rejection check(Statement statement) {
        return StatementRules.check(statement, NumericRefs.REFUSED);
    }

    private static @Nullable Rejection checkRecord(
            Statement statement, String expectedKey, @Nullable String key, Instant timestamp) {
        return StatementRules.checkRecord(statement, expectedKey, key, timestamp, NumericRefs.REFUSED);
    }

    private static Statement with(String field, int length) {
        String value = "ệ".repeat(length);
        StatementBuilder statement = aStatement();
        if (field.equals("source")) {
            return statement.source(value).build();
        }
        return statement
                .segments(new Segments(
                        Gender.FEMALE,
                        field.equals("ageBand") ? value : null,
                        field.equals("occupation") ? value : null,
                        field.equals("incomeBand") ? value : null))
                .build();
    }

    private static Statement at(LocalDate enrolledOn, Instant enrolledAt, Instant recordedAt) {
        Statement s = aStatement().build();
        return new Statement(
                s.eventId(),
                new Statement.Subject(s.campaignId(), s.participantRef()),
                s.version(),
                s.status(),
                s.areaId(),
                new Statement.Times(enrolledOn, enrolledAt, recordedAt),
                s.source(),
                s.segments());
    }

    private static @Nullable String detail(@Nullable Rejection rejection) {
        return rejection == null ? null : rejection.detail();
    }

    private static Rejection.@Nullable Reason reason(@Nullable Rejection rejection) {
        return rejection == null ? null : rejection.reason();
    }
}
