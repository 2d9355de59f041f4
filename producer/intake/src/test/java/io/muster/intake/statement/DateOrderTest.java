package io.muster.intake.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.statement.Statement;
import io.muster.intake.date.DateOrder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month-first date is never silently read as another day. */
final class DateOrderTest {

    private static final String HEADING = "campaignId,participantRef,status,areaId,enrolledOn,recordedAt,source\n";

    @TempDir
    private Path directory;

    @Test
    void shouldInferDayFirstFromAnotherDate() throws IOException {
        StatementFileReader reader = open("05/06/2023", "18/05/2023");

        assertThat(days(reader)).containsExactly("2023-06-05", "2023-05-18");
        assertThat(reader.notes()).isEmpty();
    }

    @Test
    void shouldAssumeDayFirstAndReportIt() throws IOException {
        StatementFileReader reader = open("05/06/2023", "07/05/2023");

        assertThat(days(reader)).containsExactly("2023-06-05", "2023-05-07");
        assertThat(reader.notes()).singleElement().asString().contains("day first", "--date-order month-first");
    }

    @Test
    void shouldRejectAnAmbiguousDateWhenALaterOneIsMonthFirst() throws IOException {
        List<Line> lines = StatementFiles.lines(open("05/06/2023", "05/05/2023", "05/18/2023"));

        assertThat(((InvalidLine) lines.get(0)).reason())
                .isEqualTo("enrolledOn \"05/06/2023\": may be month/day/year, as 05/18/2023 in line 4 is;"
                        + " give --date-order day-first or --date-order month-first, or write 2023-05-18");
        assertThat(lines.get(1)).isInstanceOf(StatementLine.class);
        assertThat(((InvalidLine) lines.get(2)).reason()).contains("looks like month/day/year");
    }

    @Test
    void shouldRejectAnAmbiguousDateWhenOthersContradictEachOther() throws IOException {
        List<Line> lines = StatementFiles.lines(open("18/05/2023", "05/18/2023", "05/06/2023"));

        assertThat(lines.get(0)).isInstanceOf(StatementLine.class);
        assertThat(((InvalidLine) lines.get(2)).reason())
                .contains("the file has 18/05/2023 in line 2 as well as 05/18/2023 in line 3");
    }

    @Test
    void shouldReadMonthFirstWhenConfigured() throws IOException {
        ReadingSettings settings =
                new SettingsBuilder().with(DateOrder.MONTH_FIRST).build();

        assertThat(days(StatementFileReader.open(file("05/06/2023", "05/18/2023"), settings, now())))
                .containsExactly("2023-05-06", "2023-05-18");
    }

    @Test
    void shouldRejectAnAmbiguousDateFromAStream() throws IOException {
        byte[] content = (HEADING + line("05/06/2023") + line("18/05/2023")).getBytes(StandardCharsets.UTF_8);

        List<Line> lines = StatementFiles.lines(
                StatementFileReader.open("-", new ByteArrayInputStream(content), ReadingSettings.DEFAULTS, now()));

        assertThat(((InvalidLine) lines.get(0)).reason()).contains("standard input cannot be scanned beforehand");
        assertThat(lines.get(1)).isInstanceOf(StatementLine.class);
    }

    @Test
    void shouldDeriveTheSameEventIdFromAnyFormatOfADay() throws IOException {
        List<Line> lines = StatementFiles.lines(open("2023-05-18", "18/05/2023", "18.5.2023"));

        assertThat(lines)
                .extracting(line -> ((StatementLine) line).statement().eventId())
                .containsOnly(((StatementLine) lines.get(0)).statement().eventId());
    }

    private StatementFileReader open(String... dates) throws IOException {
        return StatementFileReader.open(file(dates), ReadingSettings.DEFAULTS, now());
    }

    private Path file(String... dates) throws IOException {
        StringBuilder content = new StringBuilder(HEADING);
        for (String date : dates) {
            content.append(line(date));
        }
        return Files.writeString(directory.resolve("enrollments.csv"), content);
    }

    private static String line(String date) {
        return "drive,p1,ENROLLED,yen-dung," + date + ",2023-06-20T02:00:00Z,office\n";
    }

    private static Instant now() {
        return Instant.parse("2023-07-01T00:00:00Z");
    }

    private static List<String> days(StatementFileReader reader) throws IOException {
        return StatementFiles.lines(reader).stream()
                .map(line -> ((StatementLine) line).statement())
                .map(Statement::enrolledOn)
                .map(Object::toString)
                .toList();
    }
}
