package io.muster.domain.statement;

import static io.muster.domain.fixture.StatementBuilder.aStatement;
import static io.muster.domain.statement.Rejection.Reason.ENROLLED_AT_AFTER_RECORDED_AT;
import static io.muster.domain.statement.Rejection.Reason.ENROLLED_ON_FAR_FROM_ENROLLED_AT;
import static io.muster.domain.statement.Rejection.Reason.FIELD_TOO_LONG;
import static io.muster.domain.statement.Rejection.Reason.INVALID_ID;
import static io.muster.domain.statement.Rejection.Reason.KEY_MISMATCH;
import static io.muster.domain.statement.Rejection.Reason.RECORDED_AT_IN_THE_FUTURE;
import static io.muster.domain.statement.Rejection.Reason.UNKNOWN_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.fixture.StatementBuilder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, rule 9. */
class StatementRulesTest {

    private static final Instant NOON = Instant.parse("2023-05-12T12:00:00Z");

    @Test
    void shouldTakeAnOrdinaryStatement() {
        assertThat(StatementRules.check(aStatement().build())).isNull();
        assertThat(StatementRules.check(aStatement().withdrawn().build())).isNull();
    }

    @Test
    void shouldRefuseAStatusThatIsNotKnown() {
        Rejection rejection =
                StatementRules.check(aStatement().status(Status.UNKNOWN).build());

        assertThat(rejection).isEqualTo(new Rejection(UNKNOWN_STATUS, "status must be ENROLLED or WITHDRAWN"));
    }

    @Test
    void shouldNameTheIdThatIsInvalid() {
        assertThat(StatementRules.check(aStatement().forCampaign("a:b").build()))
                .isEqualTo(new Rejection(INVALID_ID, "campaignId must not contain ':'"));
        assertThat(StatementRules.check(aStatement().by(" ").build()))
                .isEqualTo(new Rejection(INVALID_ID, "participantRef must not be blank"));
        assertThat(StatementRules.check(aStatement().in("a|b").build()))
                .isEqualTo(new Rejection(INVALID_ID, "areaId must not contain '|'"));
    }

    @Test
    void shouldTakeSeparatorsInAParticipantAsNothingStandsBehindIt() {
        assertThat(StatementRules.check(aStatement().by("a:b|c").build())).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-05-11T00:00:00Z, true",
        "2023-05-10T23:59:59.999Z, false",
        "2023-05-13T23:59:59.999Z, true",
        "2023-05-14T00:00:00Z, false"
    })
    void shouldTakeAnEnrollmentOfTheDayBeforeOrAfterInUtc(Instant enrolledAt, boolean fine) {
        Statement statement = at(LocalDate.parse("2023-05-12"), enrolledAt, enrolledAt);

        assertThat(reason(StatementRules.check(statement))).isEqualTo(fine ? null : ENROLLED_ON_FAR_FROM_ENROLLED_AT);
    }

    @Test
    void shouldReckonDaysBefore1970AsOtherDays() {
        LocalDate day = LocalDate.parse("1969-12-30");

        assertThat(StatementRules.check(at(day, Instant.parse("1969-12-31T23:59:59.999Z"), NOON)))
                .isNull();
        assertThat(reason(StatementRules.check(at(day, Instant.EPOCH, NOON))))
                .isEqualTo(ENROLLED_ON_FAR_FROM_ENROLLED_AT);
    }

    @Test
    void shouldTakeAClockThatIsADayBehindAndRefuseOneThatIsMore() {
        LocalDate day = LocalDate.parse("2023-05-12");

        assertThat(StatementRules.check(at(day, NOON, Instant.parse("2023-05-11T12:00:00Z"))))
                .isNull();
        Rejection rejection = StatementRules.check(at(day, NOON, Instant.parse("2023-05-11T11:59:59.999Z")));
        assertThat(rejection)
                .isEqualTo(new Rejection(
                        ENROLLED_AT_AFTER_RECORDED_AT,
                        "enrolledAt 2023-05-12T12:00:00Z is more than a day after recordedAt"
                                + " 2023-05-11T11:59:59.999Z"));
    }

    @Test
    void shouldTakeAStatementThatIsRecordedYearsLater() {
        assertThat(StatementRules.check(at(LocalDate.parse("1993-05-12"), Instant.parse("1993-05-12T12:00:00Z"), NOON)))
                .isNull();
    }

    @Test
    void shouldTakeARecordSentADayBeforeItWasRecordedAndRefuseAnEarlierOne() {
        Statement statement = at(LocalDate.parse("2023-05-12"), NOON, NOON);

        assertThat(StatementRules.checkRecord(statement, "k", "k", NOON.minusSeconds(86_400)))
                .isNull();
        Rejection rejection = StatementRules.checkRecord(
                statement, "k", "k", NOON.minusSeconds(86_400).minusMillis(1));
        assertThat(rejection)
                .isEqualTo(new Rejection(
                        RECORDED_AT_IN_THE_FUTURE,
                        "recordedAt 2023-05-12T12:00:00Z is more than a day after the record's timestamp"
                                + " 2023-05-11T11:59:59.999Z"));
    }

    @Test
    void shouldRefuseAKeyThatIsAnotherOrMissing() {
        Statement statement = aStatement().build();

        assertThat(reason(StatementRules.checkRecord(statement, "drive:p1", "drive:p2", statement.recordedAt())))
                .isEqualTo(KEY_MISMATCH);
        assertThat(reason(StatementRules.checkRecord(statement, "drive:p1", null, statement.recordedAt())))
                .isEqualTo(KEY_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "ageBand", "occupation", "incomeBand"})
    void shouldNameTheFieldThatIsTooLong(String field) {
        assertThat(StatementRules.check(with(field, 256))).isNull();
        assertThat(StatementRules.check(with(field, 257)))
                .isEqualTo(
                        new Rejection(FIELD_TOO_LONG, field + " must not be longer than 256 characters, but has 257"));
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
                s.campaignId(),
                s.participantRef(),
                s.version(),
                s.status(),
                s.areaId(),
                enrolledOn,
                enrolledAt,
                recordedAt,
                s.source(),
                s.segments());
    }

    private static Rejection.@Nullable Reason reason(@Nullable Rejection rejection) {
        return rejection == null ? null : rejection.reason();
    }
}
