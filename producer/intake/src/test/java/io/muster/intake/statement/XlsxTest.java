package io.muster.intake.statement;

import static io.muster.domain.fixture.TestIds.areaId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.domain.participant.ParticipantKey;
import io.muster.domain.reference.Area;
import io.muster.domain.statement.Statement;
import io.muster.intake.text.UnusableFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class XlsxTest {

    private static final Instant NOW = Instant.parse("2023-07-01T00:00:00Z");
    private static final List<Area> AREAS = List.of(
            new Area(areaId("yd"), null, "district", "district", Map.of("vi", "Yên Dũng"), null, null),
            new Area(areaId("yd.nb"), areaId("yd"), "commune", "town", Map.of("vi", "Nham Biền"), null, null));
    private static final List<Object> ROW = List.of(
            "2023-05",
            "p1",
            "Tham gia",
            "TT Nham Biền",
            "Huyện Yên Dũng",
            LocalDate.of(2023, 5, 12),
            LocalDateTime.of(2023, 5, 12, 8, 30),
            "Bưu điện");

    @TempDir
    private Path directory;

    @Test
    void shouldReadDateCellsAndAreaNames() throws IOException {
        Statement statement = only(rows(ROW));

        assertThat(statement.areaId()).hasToString("yd.nb");
        assertThat(statement.enrolledOn()).isEqualTo("2023-05-12");
        assertThat(statement.recordedAt()).isEqualTo("2023-05-12T01:30:00Z");
        assertThat(statement.participantRef()).hasToString("p1");
    }

    @Test
    void shouldReadTheSameAsFromCsv() throws IOException {
        Path csv = Files.writeString(
                directory.resolve("data.csv"),
                String.join(";", Workbooks.HEADING)
                        + "\n2023-05;p1;Tham gia;TT Nham Biền;Huyện Yên Dũng;12/05/2023;12/05/2023 08:30;Bưu điện\n");

        assertThat(only(rows(ROW))).isEqualTo(((StatementLine) lines(csv).get(0)).statement());
    }

    @Test
    void shouldSkipTitlesAndEmptyRowsAndReportSheetRowNumbers() throws IOException {
        Path file = Workbooks.write(
                directory.resolve("so.xlsx"),
                List.of(
                        List.of("DANH SÁCH THAM GIA BHXH TỰ NGUYỆN"),
                        List.of(),
                        List.of("Huyện", "Yên Dũng"),
                        Workbooks.HEADING,
                        List.of(),
                        ROW,
                        List.of("", "  "),
                        with(2, "nghỉ")));

        List<Line> lines = lines(file);

        assertThat(lines).extracting(Line::number).containsExactly(6L, 8L);
        assertThat(((InvalidLine) lines.get(1)).problems())
                .singleElement()
                .hasToString(file + ", line 8, column C, Trạng thái \"nghỉ\": is not known;"
                        + " write one of ENROLLED, WITHDRAWN");
    }

    @Test
    void shouldReadNumberCellsAsDigits() throws IOException {
        assertThat(only(rows(with(1, 24098000L))).participantRef()).hasToString("24098000");
        assertThat(only(rows(with(1, 7.0))).participantRef()).hasToString("7");
    }

    @Test
    void shouldRejectARoundedNumber() throws IOException {
        assertThat(onlyBad(rows(with(1, 1.2345e18))).reason())
                .startsWith("Mã tham gia \"1234500000000000000\": is a number of more than 15 digits");
    }

    @Test
    void shouldRejectANumericIdentityNumberWithoutExposingIt() throws IOException {
        List<Object> heading = new ArrayList<>(Workbooks.HEADING);
        heading.set(1, "Số CCCD");
        Path file = Workbooks.write(
                directory.resolve("so.xlsx"), List.of(heading, with(1, 24098000123L), with(1, "024098000123")));
        ReadingSettings settings = settings()
                .under(ParticipantKey.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)))
                .build();

        List<Line> lines = StatementFiles.lines(StatementFileReader.open(file, settings, NOW));

        assertThat(((InvalidLine) lines.get(0)).reason())
                .startsWith("Số CCCD: is a number in the sheet, and may have lost zeros before it")
                .doesNotContain("24098000123");
        assertThat(((StatementLine) lines.get(1)).statement().participantRef().value())
                .hasSize(43);
    }

    @Test
    void shouldReadTheResultsOfFormulas() throws IOException {
        Path file = withFormula();
        assertThat(((InvalidLine) lines(file).get(1)).reason())
                .contains("is a formula without a result; open the file in Excel");

        Workbooks.rewriteSheet(
                file,
                xml -> xml.replaceFirst(
                        "<c r=\"B3\"([^>]*)><f>([^<]*)</f>(<v></v>|<v/>)?</c>",
                        "<c r=\"B3\"$1 t=\"str\"><f>$2</f><v>p7</v></c>"));

        assertThat(((StatementLine) lines(file).get(1)).statement().participantRef())
                .hasToString("p7");
    }

    private Path withFormula() throws IOException {
        Path file = directory.resolve("so.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Muster", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Tháng 5");
            Workbooks.fill(sheet, List.of(Workbooks.HEADING, ROW, ROW));
            sheet.formula(2, 1, "B2");
        }
        return file;
    }

    @Test
    void shouldReadTheNamedSheetOrElseTheFirstVisibleOne() throws IOException {
        Path file = directory.resolve("so.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Muster", "1.0")) {
            Worksheet hidden = workbook.newWorksheet("Ẩn");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            Workbooks.fill(hidden, List.of(List.of("hidden")));
            workbook.newWorksheet("Trống");
            Workbooks.fill(workbook.newWorksheet("Tháng 5"), List.of(Workbooks.HEADING, ROW));
        }

        StatementFileReader reader =
                StatementFileReader.open(file, settings().sheet("tháng 5").build(), NOW);

        assertThat(StatementFiles.lines(reader)).hasSize(1);
        assertThat(reader.notes()).containsExactly("read the sheet Tháng 5; not read: Trống");
        assertThatThrownBy(() -> lines(file)).hasMessageContaining("has nothing in the sheet Trống; name another one");
        assertThatThrownBy(() ->
                        StatementFileReader.open(file, settings().sheet("6").build(), NOW))
                .hasMessageContaining("has no sheet 6; name one of Ẩn, Trống, Tháng 5 with --sheet");
    }

    @Test
    void shouldReportAMissingColumn() throws IOException {
        List<Object> heading = new ArrayList<>(Workbooks.HEADING);
        heading.set(5, "Ngày sinh");
        Path file = Workbooks.write(directory.resolve("so.xlsx"), List.of(heading, ROW));

        assertThatThrownBy(() -> lines(file))
                .hasMessageContaining("line 1: the column enrolledOn is missing; found Đợt,");
    }

    @Test
    void shouldWriteRejectsAsCsvThatCanBeReadAgain() throws IOException {
        StatementFileReader reader = StatementFileReader.open(
                rows(with(2, "nghỉ \"hẳn\"")), settings().build(), NOW);
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();
        reader.writeRejectHeading(rejects);
        reader.writeReject((InvalidLine) StatementFiles.lines(reader).get(0), rejects);

        String csv = rejects.toString(StandardCharsets.UTF_8);
        Path repaired =
                Files.writeString(directory.resolve("rejects.csv"), csv.replace("\"nghỉ \"\"hẳn\"\"\",", "Tham gia,"));

        assertThat(csv)
                .startsWith("\uFEFFreason,\"Đợt\",\"Mã tham gia\",")
                .contains("\"2023-05-12\",\"2023-05-12T08:30:00\"");
        assertThat(lines(repaired)).hasSize(1);
        assertThat(((StatementLine) lines(repaired).get(0)).statement()).isEqualTo(only(rows(ROW)));
    }

    @Test
    void shouldRejectOldAndDamagedWorkbooks() throws IOException {
        Path old = Files.write(
                directory.resolve("so.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        Path damaged = directory.resolve("damaged.xlsx");
        Files.write(damaged, Arrays.copyOf(Files.readAllBytes(rows(ROW)), 500));

        assertThatThrownBy(() -> lines(old))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("is an Excel file of the old kind (.xls)")
                .hasMessageContaining("save it as \"Excel Workbook (.xlsx)\"");
        assertThatThrownBy(() -> lines(damaged))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("is not a workbook that can be read, or is damaged");
    }

    private static List<@Nullable Object> with(int column, Object value) {
        List<@Nullable Object> row = new ArrayList<>(ROW);
        row.set(column, value);
        return row;
    }

    private Path rows(List<? extends @Nullable Object> row) throws IOException {
        return Workbooks.write(directory.resolve("so.xlsx"), List.of(Workbooks.HEADING, row));
    }

    private static Statement only(Path file) throws IOException {
        List<Line> lines = lines(file);
        assertThat(lines).hasSize(1).hasOnlyElementsOfType(StatementLine.class);
        return ((StatementLine) lines.get(0)).statement();
    }

    private static InvalidLine onlyBad(Path file) throws IOException {
        List<Line> lines = lines(file);
        assertThat(lines).hasSize(1).hasOnlyElementsOfType(InvalidLine.class);
        return (InvalidLine) lines.get(0);
    }

    private static List<Line> lines(Path file) throws IOException {
        return StatementFiles.lines(StatementFileReader.open(file, settings().build(), NOW));
    }

    private static SettingsBuilder settings() {
        return new SettingsBuilder().in(ZoneId.of("Asia/Ho_Chi_Minh")).knowing(AREAS);
    }
}
