package io.muster.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.cli.Console;
import io.muster.cli.Console.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages of {@code muster send --dry-run}. */
final class SendCheckTest {

    private static final String HEADING = "campaignId,participantRef,status,areaId,enrolledOn,recordedAt,source\n";
    private static final String GOOD = "drive,p1,ENROLLED,yen-dung,2023-05-12,2023-05-12T02:00:00Z,office\n";
    private static final String BAD = "drive,p2,YES,yen-dung,2023-05-12,2023-05-12T02:00:00Z,office\n";

    @TempDir
    private Path directory;

    @Test
    void shouldValidateWithoutABroker() throws IOException {
        Result result = send(HEADING + GOOD + GOOD, "--dry-run");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).endsWith("enrollments.csv: 2 lines read, 2 valid, 0 refused; nothing was sent\n");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void shouldReportInvalidLinesAndReturn1() throws IOException {
        Result result = send(HEADING + GOOD + BAD, "--dry-run");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).endsWith("2 lines read, 1 valid, 1 refused; nothing was sent\n");
        assertThat(result.err())
                .endsWith("enrollments.csv, line 3, status \"YES\": is not known; write one of ENROLLED, WITHDRAWN\n");
    }

    @Test
    void shouldReportAtMostTwentyInvalidLines() throws IOException {
        Result result = send(HEADING + BAD.repeat(25), "--dry-run");

        assertThat(result.err().lines()).hasSize(22);
        assertThat(result.err())
                .endsWith(
                        "... and 5 more refused lines; --rejects FILE keeps them all\n25 lines: status is not known\n");
    }

    @Test
    void shouldWriteInvalidLinesToAFileThatCanBeCorrectedAndSent() throws IOException {
        Path rejects = directory.resolve("rejects.csv");

        send(HEADING + GOOD + BAD + GOOD, "--dry-run", "--rejects", rejects.toString());

        assertThat(rejects)
                .hasContent("reason," + HEADING
                        + "\"status \"\"YES\"\": is not known; write one of ENROLLED, WITHDRAWN\"," + BAD);
        Files.writeString(rejects, Files.readString(rejects).replace(",YES,", ",WITHDRAWN,"));
        Result again = new Console().run("send", rejects.toString(), "--dry-run");
        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).isEmpty();
    }

    @Test
    void shouldLeaveTheRejectsFileEmptyIfNoLineIsRejected() throws IOException {
        Path rejects = Files.writeString(directory.resolve("rejects.csv"), "old content");

        send(HEADING + GOOD, "--dry-run", "--rejects", rejects.toString());

        assertThat(rejects).isEmptyFile();
    }

    @Test
    void shouldMakeTheRejectsFilePrivateEvenIfItExists() throws IOException {
        Path fresh = directory.resolve("fresh.csv");
        Path old = Files.writeString(directory.resolve("old.csv"), "old content");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-r--r--"));

        send(HEADING + BAD, "--dry-run", "--rejects", fresh.toString());
        send(HEADING + BAD, "--dry-run", "--rejects", old.toString());

        for (Path file : List.of(fresh, old)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(file).content().startsWith("reason,");
        }
    }

    @Test
    void shouldReturn1ForAFileWithoutStatements() throws IOException {
        Result result = send(HEADING, "--dry-run");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("enrollments.csv has no statements; check that the export is complete");
    }

    @Test
    void shouldAcceptBareNumbersOnlyWithTheOptionAndWithoutAParticipantKey() throws IOException {
        String file = HEADING + GOOD.replace(",p1,", ",024098000123,");
        Path key = Files.writeString(directory.resolve("key"), "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

        Result refused = send(file, "--dry-run");
        Result withKey = send(file, "--dry-run", "--participant-key", key.toString());
        Result both = send(file, "--dry-run", "--allow-numeric-refs", "--participant-key", key.toString());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("is a bare number of 9 to 12 digits").doesNotContain("024098000123");
        assertThat(send(file, "--dry-run", "--allow-numeric-refs").exitCode()).isZero();
        assertThat(withKey.exitCode()).isEqualTo(1);
        assertThat(withKey.err()).contains("give it as identityNumber");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("--allow-numeric-refs and a participant key are both given");
    }

    @Test
    void shouldNoteDaysThatAreFarFromTheirCampaign() throws IOException {
        Path campaigns = Files.writeString(
                directory.resolve("campaigns.csv"),
                "campaignId,startsOn,endsOn,zone,rootAreaId\ndrive,2023-09-01,2023-09-30,Asia/Ho_Chi_Minh,bac-giang\n");

        Result result = send(HEADING + GOOD, "--dry-run", "--campaigns", campaigns.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(result.err())
                .contains(
                        "note: ",
                        "line 2, enrolledOn \"2023-05-12\": is more than 31 days before or after its campaign");
    }

    @Test
    void shouldNotOverwriteTheFileThatIsSent() throws IOException {
        Path file = Files.writeString(directory.resolve("enrollments.csv"), HEADING + GOOD);

        Result result = new Console().run("send", file.toString(), "--dry-run", "--rejects", file.toString());

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--rejects would overwrite the file that is sent");
        assertThat(file).hasContent(HEADING + GOOD);
    }

    @Test
    void shouldReportAsJson() throws IOException {
        Result result = send(
                HEADING.replace("source", "source,note") + GOOD.replace("office", "office,hello") + BAD,
                "--dry-run",
                "-o",
                "json");

        JsonNode report = new ObjectMapper().readTree(result.out());
        assertThat(report.path("read").asInt()).isEqualTo(2);
        assertThat(report.path("valid").asInt()).isEqualTo(1);
        assertThat(report.path("refused").asInt()).isEqualTo(1);
        assertThat(report.path("dryRun").asBoolean()).isTrue();
        assertThat(report.path("ignoredColumns").toString()).isEqualTo("[\"note\"]");
        assertThat(report.path("problems").path(0).path("line").asInt()).isEqualTo(3);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void shouldReportAMissingColumnAndTheColumnsFound() throws IOException {
        Result result = send(HEADING.replace("enrolledOn", "day") + GOOD);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains(
                        "nothing was sent",
                        "enrollments.csv, line 1: the column enrolledOn is missing; found campaignId,");
    }

    @Test
    void shouldReportAMissingFile() {
        Result result = new Console().run("send", directory.resolve("gone.csv").toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("gone.csv: does not exist; check the path");
    }

    @Test
    void shouldReportADirectoryAsUnreadable() {
        Result result = new Console().run("send", directory.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(directory.toString(), "cannot be read");
    }

    private Result send(String content, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("enrollments.csv"), content);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "send";
        arguments[1] = file.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return new Console().run(arguments);
    }
}
