package io.muster.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.cli.Console;
import io.muster.cli.Console.Result;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends typical office files with {@code muster send --dry-run}. */
final class OfficeFilesTest {

    private static final String WORKBOOK = "../samples/office/so-dang-ky-yen-dung.xlsx";
    private static final String CSV = "../samples/office/so-dang-ky-yen-dung.csv";
    private static final String AREAS = "../samples/bac-giang-2023/areas.csv";
    private static final String ZONE = "Asia/Ho_Chi_Minh";
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String HEADING = "campaignId,participantRef,status,areaId,enrolledOn,recordedAt,source\n";
    private static final String REST = ",2023-06-20T02:00:00Z,office\n";

    @TempDir
    private Path directory;

    @Test
    void shouldReadAWorkbookAndReportProblemsByCell() {
        Result result = check(WORKBOOK, "--zone", ZONE, "--areas", AREAS);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).endsWith("12 lines read, 10 valid, 2 refused; nothing was sent\n");
        assertThat(result.err())
                .isEqualTo(
                        WORKBOOK + ", line 9, column E, Xã/Phường \"TT Nham Bền\": is not known in Yên Dũng, Bắc Giang;"
                                + " did you mean Nham Biền? Correct the name, or give the areaId\n"
                                + WORKBOOK + ", line 12, column G, Ngày tham gia \"chưa rõ\": is not a date;"
                                + " write it as in 2023-05-18 or 18/05/2023\n"
                                + "1 line: Xã/Phường is not known in Yên Dũng, Bắc Giang\n"
                                + "1 line: Ngày tham gia is not a date\n");
    }

    @Test
    void shouldSendTheCorrectedRejectsOfAWorkbook() throws IOException {
        Path rejects = directory.resolve("rejects.csv");
        check(WORKBOOK, "--zone", ZONE, "--areas", AREAS, "--rejects", rejects.toString());
        Files.writeString(
                rejects,
                Files.readString(rejects)
                        .replace("\"TT Nham Bền\",", "TT Nham Biền,")
                        .replace("\"chưa rõ\",", "14/05/2023,"));

        Result again = check(rejects.toString(), "--zone", ZONE, "--areas", AREAS);

        assertThat(again.err()).isEmpty();
        assertThat(again.out()).endsWith("2 lines read, 2 valid, 0 refused; nothing was sent\n");
    }

    @Test
    void shouldReadWindows1258AndNeverPrintIdentityNumbers() throws IOException {
        Path key = Files.writeString(directory.resolve("key"), KEY);

        Result without = check(CSV, "--zone", ZONE, "--areas", AREAS);
        Result with = check(CSV, "--zone", ZONE, "--areas", AREAS, "--participant-key", key.toString());
        Result json = check(CSV, "--zone", ZONE, "--areas", AREAS, "-o", "json", "--verbose", "--log-level", "debug");

        assertThat(with.exitCode()).as(with.err()).isZero();
        assertThat(with.err())
                .isEqualTo("note: " + CSV
                        + ": read as windows-1258; if letters look wrong, give the encoding with --encoding\n");
        assertThat(without.err())
                .contains("Số CCCD: cannot be read without the participant key", "12 lines: Số CCCD cannot");
        for (Result result : List.of(without, with, json)) {
            assertThat(result.out() + result.err()).doesNotContain("98000");
        }
    }

    @Test
    void shouldRejectTimesWithoutAZone() {
        assertThat(check(WORKBOOK, "--areas", AREAS).err())
                .contains("has no time zone; give it with --zone, as in --zone Asia/Ho_Chi_Minh");
        assertThat(check(WORKBOOK, "--areas", AREAS, "--zone", "Hanoi").exitCode())
                .isEqualTo(2);
    }

    @Test
    void shouldSuggestAreasFileWhenAreaNamesNeedABroker() {
        Result result = check(WORKBOOK, "--zone", ZONE, "--bootstrap-servers", "127.0.0.1:1", "--timeout", "1s");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains(
                        "nothing was sent: areas are given by name, and ",
                        "or give their definitions with --areas FILE");
    }

    @Test
    void shouldNotReadAMonthFirstFileAsDayFirst() throws IOException {
        Path file = Files.writeString(
                directory.resolve("us.csv"),
                HEADING + "drive,p1,ENROLLED,yen-dung,05/06/2023" + REST + "drive,p2,ENROLLED,yen-dung,05/18/2023"
                        + REST);

        Result result = check(file.toString());
        Result told = check(file.toString(), "--date-order", "month-first");

        assertThat(result.out()).endsWith("2 lines read, 0 valid, 2 refused; nothing was sent\n");
        assertThat(result.err())
                .contains("may be month/day/year, as 05/18/2023 in line 3 is; give --date-order day-first")
                .contains("looks like month/day/year");
        assertThat(told.exitCode()).isZero();
    }

    @Test
    void shouldApplyAMappingAndAGivenEncoding() throws IOException {
        Path mapping = Files.writeString(
                directory.resolve("mapping.properties"),
                "Ngày ĐK = enrolledOn\ncampaignId = 2023-05\nstatus = ENROLLED\n");
        Path file = Files.writeString(
                directory.resolve("so.csv"),
                "participantRef;areaId;Ngày"
                        + " ĐK;recordedAt;source\np1;yen-dung;18/05/2023;2023-06-20T02:00:00Z;Bưu điện\n",
                Charset.forName("UTF-16"));

        Result result = check(file.toString(), "--mapping", mapping.toString());
        Result wrong = check(file.toString(), "--mapping", mapping.toString(), "--encoding", "windows-1258");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).contains("read as utf-16be");
        assertThat(wrong.exitCode()).isEqualTo(1);
    }

    @Test
    void shouldRejectAnOldWorkbookAndNameTheRemedy() throws IOException {
        Path file = Files.write(
                directory.resolve("so.xls"), "\u00D0\u00CF\u0011\u00E0".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(check(file.toString()).err())
                .contains("is an Excel file of the old kind (.xls)", "save it as \"Excel Workbook (.xlsx)\"");
    }

    private static Result check(String file, String... options) {
        List<String> arguments = new ArrayList<>(List.of("send", file, "--dry-run"));
        arguments.addAll(List.of(options));
        return new Console().run(arguments.toArray(String[]::new));
    }
}
