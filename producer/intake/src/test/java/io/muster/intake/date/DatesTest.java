package io.muster.intake.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatesTest {

    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-05-12",
                "2023/5/12",
                "12/05/2023",
                "12/5/2023",
                "12-05-2023",
                "12.5.2023",
                "12/05/2023 08:30",
                "2023-05-12 08:30:00",
                "2023-05-12T08:30:00"
            })
    void shouldReadDayFirstDates(String text) throws UnreadableException {
        assertThat(ordered(DateOrder.DAY_FIRST).date(text)).isEqualTo("2023-05-12");
    }

    @Test
    void shouldReadMonthFirstDatesWhenConfigured() throws UnreadableException {
        assertThat(ordered(DateOrder.MONTH_FIRST).date("12/05/2023")).isEqualTo("2023-12-05");
        assertThat(ordered(DateOrder.MONTH_FIRST).date("05/18/2023")).isEqualTo("2023-05-18");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05/18/2023|looks like month/day/year|--date-order month-first",
                "31/04/2023|is not a date|there is no such day",
                "29/02/2023|is not a date|there is no such day",
                "12/05/23|is not a date|four digits",
                "12/05-2023|is not a date|2023-05-18 or 18/05/2023",
                "32/32/2023|is not a date|there is no such day",
                "45058|is not a date|2023-05-18 or 18/05/2023",
                "2023-05-12T08:30:00+07:00|is not a date|2023-05-18 or 18/05/2023",
            })
    void shouldExplainInvalidDates(String text, String problem, String remedy) {
        UnreadableException failure = catchThrowableOfType(
                UnreadableException.class, () -> ordered(DateOrder.DAY_FIRST).date(text));

        assertThat(failure.problem()).isEqualTo(problem);
        assertThat(failure.remedy()).contains(remedy);
    }

    @Test
    void shouldRejectDayFirstDatesWhenMonthFirstIsConfigured() {
        assertThat(catchThrowableOfType(
                                UnreadableException.class,
                                () -> ordered(DateOrder.MONTH_FIRST).date("18/05/2023"))
                        .problem())
                .isEqualTo("looks like day/month/year, against --date-order");
    }

    @Test
    void shouldRejectADateOfUnknownOrderUnlessBothOrdersAgree() throws UnreadableException {
        Dates nobodyKnows = Dates.written(Optional.empty(), DateOrders::unknown);

        assertThat(nobodyKnows.date("05/05/2023")).isEqualTo("2023-05-05");
        assertThat(catchThrowableOfType(UnreadableException.class, () -> nobodyKnows.date("05/06/2023"))
                        .problem())
                .startsWith("may be day/month or month/day");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-05-12T08:30:00+07:00, 2023-05-12T01:30:00Z",
        "2023-05-12T01:30:00.123456Z, 2023-05-12T01:30:00.123456Z",
        "12/05/2023 08:30, 2023-05-12T01:30:00Z",
        "12/5/2023 8:30:15, 2023-05-12T01:30:15Z",
        "12/05/2023 08:30 +00:00, 2023-05-12T08:30:00Z",
        "12/05/2023 08:30Z, 2023-05-12T08:30:00Z",
        "2023-05-12 08:30:15.5 +0700, 2023-05-12T01:30:15.500Z",
        "2023-05-12T08:30, 2023-05-12T01:30:00Z",
    })
    void shouldReadTimes(String text, String moment) throws UnreadableException {
        assertThat(in(HANOI).instant(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12/05/2023|is not a date and time with its zone",
                "12/05/2023 25:30|is not a date and time with its zone",
                "12/05/2023 08:30 +99:00|is not a date and time with its zone",
                "yesterday 08:30|is not a date",
                "05/18/2023 08:30|looks like month/day/year",
            })
    void shouldExplainInvalidTimes(String text, String problem) {
        assertThat(catchThrowableOfType(
                                UnreadableException.class, () -> in(HANOI).instant(text))
                        .problem())
                .isEqualTo(problem);
    }

    @Test
    void shouldRejectATimeWithoutAZone() {
        UnreadableException failure = catchThrowableOfType(
                UnreadableException.class, () -> ordered(DateOrder.DAY_FIRST).instant("12/05/2023 08:30"));

        assertThat(failure.problem()).isEqualTo("has no time zone");
        assertThat(failure.remedy()).contains("--zone Asia/Ho_Chi_Minh");
    }

    @ParameterizedTest
    @CsvSource({"26/03/2023 02:30, does not exist", "29/10/2023 02:30, is ambiguous"})
    void shouldRejectTimesThatDaylightSavingMakesInvalidOrAmbiguous(String text, String problem) {
        assertThat(catchThrowableOfType(
                                UnreadableException.class,
                                () -> in(ZoneId.of("Europe/Berlin")).instant(text))
                        .problem())
                .contains(problem);
    }

    @Test
    void shouldReadOnlyIsoFormatsFromPrograms() throws UnreadableException {
        assertThat(Dates.ISO.date("2023-05-12")).isEqualTo(LocalDate.of(2023, 5, 12));
        assertThat(catchThrowableOfType(UnreadableException.class, () -> Dates.ISO.date("13/05/2023")))
                .isNotNull();
        assertThat(catchThrowableOfType(UnreadableException.class, () -> Dates.ISO.instant("2023-05-12 08:30Z")))
                .isNotNull();
    }

    private static Dates ordered(DateOrder order) {
        return Dates.written(Optional.empty(), () -> DateOrders.given(order));
    }

    private static Dates in(ZoneId zone) {
        return Dates.written(Optional.of(zone), () -> DateOrders.given(DateOrder.DAY_FIRST));
    }
}
