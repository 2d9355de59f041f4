package io.muster.intake.statement;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.intake.statement.StatementFiles.HEADING;
import static io.muster.intake.statement.StatementFiles.LINE;
import static io.muster.intake.statement.StatementFiles.lineWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.PlanCurve;
import io.muster.domain.statement.Statement;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unusual values, cells displayed differently than stored, and texts that look the same. */
final class OddValuesTest {

    private static final Instant NOW = Instant.parse("2023-07-01T00:00:00Z");
    private static final List<Object> ROW = List.of(
            "2023-05",
            "p1",
            "Tham gia",
            "yd.nb",
            "30-39",
            LocalDate.of(2023, 5, 12),
            LocalDateTime.of(2023, 5, 12, 8, 30),
            "Bưu điện");
    private static final List<String> COLUMNS = List.of(
            "Đợt", "Mã tham gia", "Trạng thái", "Mã xã", "Nhóm tuổi", "Ngày tham gia", "Thời điểm ghi nhận", "Nguồn");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yên-1",
                "Ye\u0302n-1",
                "Yên\u200b-1",
                "\u00a0Yên-1\u3000",
                "Yên-\uff11",
                "\u200eYên-1",
                "Yên\u00ad-1"
            })
    void shouldNormalizeTextsThatLookTheSame(String ref) throws IOException {
        String line = LINE.replace("123e4567-e89b-12d3-a456-426614174000", "");
        Statement plain = only(line.replace(",p1,", ",Yên-1,"));

        assertThat(only(line.replace(",p1,", "," + ref + ","))).isEqualTo(plain);
        assertThat(only(lineWith("yen-dung", "\ufeffyen-dung")).areaId()).hasToString("yen-dung");
        assertThat(only(lineWith("office-1", "office\u2060-\uff11")).source()).isEqualTo("office-1");
        assertThat(only(lineWith("30-39", "30\u200b-39")).segments().ageBand()).isEqualTo("30-39");
    }

    @Test
    void shouldGroupWarningsOfSuspiciousValuesByKind() throws IOException {
        String fraction = lineWith(",p1,", ",12.5,");
        String early = lineWith("2023-05-12,", "2013-05-12,").replace("2023-05-12T08", "2013-05-12T08");

        assertThat(notes(String.join("\n", HEADING, LINE, fraction, fraction, early)))
                .containsExactly(
                        "2 lines, sent all the same; the first: line 3, participantRef \"12.5\": is a number with a"
                                + " fraction; check whether a spreadsheet made it; if so, write the"
                                + " reference as text, in"
                                + " a column that is formatted as text",
                        "1 line, sent all the same: line 5, enrolledOn \"2013-05-12\": is more than a year before"
                                + " recordedAt; check its year");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-06-13, 2023-06-30, true",
        "2023-06-12, 2023-06-30, false",
        "2023-05-01, 2023-05-31, false",
        "2023-04-01, 2023-04-11, false",
        "2023-04-01, 2023-04-10, true"
    })
    void shouldWarnOfADayFarFromItsCampaign(LocalDate startsOn, LocalDate endsOn, boolean far) throws IOException {
        Campaign campaign = new Campaign(
                campaignId("2023-05"),
                Map.of(),
                new Campaign.Period(startsOn, endsOn, ZoneId.of("Asia/Ho_Chi_Minh")),
                areaId("yd"),
                new PlanCurve.Linear(),
                null,
                null,
                List.of());
        StatementFileReader reader = StatementFileReader.open(
                sheet(1, "p1", null), settings().knowing(campaign).build(), NOW);

        assertThat(StatementFiles.lines(reader)).hasOnlyElementsOfType(StatementLine.class);
        String note = "1 line, sent all the same: line 2, column F, Ngày tham gia \"2023-05-12\": is more than 31 days"
                + " before or after its campaign, and does not count to the plan; check the day and the campaign";
        assertThat(reader.notes()).isEqualTo(far ? List.of(note) : List.of());
    }

    @Test
    void shouldRejectATimeWithoutADay() throws IOException {
        assertThat(reason(5, 0.354166667, "hh:mm"))
                .isEqualTo("Ngày tham gia \"08:30\": is a time without a day; write the day before it, as in"
                        + " 18/05/2023 08:30");
        assertThat(reason(6, 0.5, "dd/mm/yyyy hh:mm")).contains("is a time without a day");
    }

    @Test
    void shouldRejectCellsOfTheWrongType() throws IOException {
        assertThat(reason(5, 45058, "0")).contains("is a number in the sheet, not a day; format the cell as a date");
        assertThat(reason(1, 45058, "dd/mm/yyyy"))
                .startsWith("Mã tham gia \"2023-05-12\": is a date in the sheet, as spreadsheets make of texts");
        assertThat(reason(1, 12.5, "0")).contains("is a number with a fraction in the sheet, not a reference");
        assertThat(reason(1, -3, "0")).contains("is a negative number in the sheet, not a reference");
        assertThat(reason(1, true, null)).contains("is a logical value in the sheet, not an id");
        assertThat(reason(1, 24098000123L, "0")).startsWith("Mã tham gia: is a bare number of 9 to 12 digits");
    }

    @Test
    void shouldReportErrorCells() throws IOException {
        Path file = sheet(1, "error", null);
        Workbooks.rewriteSheet(
                file,
                xml -> xml.replaceFirst(
                        "<c r=\"B2\"([^>]*?) t=\"[a-zA-Z]+\"([^>]*)>.*?</c>",
                        "<c r=\"B2\"$1 t=\"e\"$2><v>#N/A</v></c>"));

        assertThat(((InvalidLine) lines(file).get(0)).reason())
                .isEqualTo("Mã tham gia \"#N/A\": is an error of the sheet; correct the formula, or empty the cell if"
                        + " nothing is known");
    }

    @Test
    void shouldWarnOfCellsDisplayedDifferentlyThanStored() throws IOException {
        assertThat(notes(sheet(6, 45058.354166667, "hh:mm")))
                .singleElement()
                .asString()
                .startsWith("1 line, sent all the same: line 2, column G, Thời điểm ghi nhận \"2023-05-12T08:30:00\":"
                        + " shows only a time in the sheet");
        assertThat(notes(sheet(4, 45218, "d-mmm")))
                .singleElement()
                .asString()
                .contains("column E, Nhóm tuổi \"2023-10-19\": is a date in the sheet, as spreadsheets make of"
                        + " texts such as");
    }

    @Test
    void shouldReportHiddenRowsAndSheets() throws IOException {
        Path file = directory.resolve("so.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Muster", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Tháng 5");
            sheet.setVisibilityState(VisibilityState.HIDDEN);
            Workbooks.fill(sheet, List.of(COLUMNS, ROW, ROW, ROW));
            sheet.hideRow(2);
            Workbooks.fill(workbook.newWorksheet("Khác"), List.of(List.of("nothing")));
        }

        StatementFileReader reader =
                StatementFileReader.open(file, settings().sheet("Tháng 5").build(), NOW);

        assertThat(StatementFiles.lines(reader)).hasSize(3);
        assertThat(reader.notes())
                .contains("the sheet Tháng 5 is hidden; it was read because it was requested")
                .anyMatch(note ->
                        note.startsWith("1 row is hidden in the sheet, by hand or by a filter, and read like the"
                                + " others: line 3;"));
    }

    private static SettingsBuilder settings() {
        return new SettingsBuilder().in(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private static Statement only(String line) throws IOException {
        return ((StatementLine) StatementFiles.read(HEADING + "\n" + line).get(0)).statement();
    }

    private static List<String> notes(String content) throws IOException {
        StatementFileReader reader = StatementFiles.open(content);
        assertThat(StatementFiles.lines(reader)).hasOnlyElementsOfType(StatementLine.class);
        return reader.notes();
    }

    private static List<String> notes(Path file) throws IOException {
        StatementFileReader reader = StatementFileReader.open(file, settings().build(), NOW);
        assertThat(StatementFiles.lines(reader)).hasOnlyElementsOfType(StatementLine.class);
        return reader.notes();
    }

    private String reason(int column, Object value, @Nullable String format) throws IOException {
        return ((InvalidLine) lines(sheet(column, value, format)).get(0)).reason();
    }

    private static List<Line> lines(Path file) throws IOException {
        return StatementFiles.lines(StatementFileReader.open(file, settings().build(), NOW));
    }

    /** A sheet with one row and one changed cell. */
    private Path sheet(int column, Object value, @Nullable String format) throws IOException {
        Path file = directory.resolve("so.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Muster", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Tháng 5");
            Workbooks.fill(sheet, List.of(COLUMNS, new ArrayList<>(ROW)));
            if (value instanceof Boolean logical) {
                sheet.value(1, column, logical);
            } else if (value instanceof Number number) {
                sheet.value(1, column, number);
            } else {
                sheet.value(1, column, value.toString());
            }
            if (format != null) {
                sheet.style(1, column).format(format).set();
            }
        }
        return file;
    }
}
