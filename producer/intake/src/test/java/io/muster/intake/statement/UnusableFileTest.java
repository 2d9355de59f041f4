package io.muster.intake.statement;

import static io.muster.intake.statement.StatementFiles.HEADING;
import static io.muster.intake.statement.StatementFiles.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.intake.text.RawLines;
import io.muster.intake.text.UnusableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnusableFileTest {

    @Test
    void shouldReportTheMissingColumnAndTheFoundOnes() {
        String file = "eventId,campaignId,participantRef,status,areaId,day,recordedAt,source\n";

        assertThatThrownBy(() -> StatementFiles.open(file))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage("enrollments.csv, line 1: the column enrolledOn is missing; found eventId, campaignId,"
                        + " participantRef, status, areaId, day, recordedAt, source;"
                        + " add what is missing, or correct the heading");
    }

    @Test
    void shouldReportEveryMissingColumn() {
        assertThatThrownBy(() -> StatementFiles.open("campaignId,participantRef,status,areaId\n"))
                .hasMessageContaining("the columns enrolledOn, recordedAt, source are missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF", "  \r\n"})
    void shouldRejectAnEmptyFile(String content) {
        assertThatThrownBy(() -> StatementFiles.open(content))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("enrollments.csv: is empty; the first line must name the columns");
    }

    @Test
    void shouldRejectADuplicateColumn() {
        assertThatThrownBy(() -> StatementFiles.open(HEADING + ",status\n" + LINE + ",ENROLLED"))
                .hasMessageContaining("line 1: the column status is there twice");
    }

    @Test
    void shouldRejectAWorkbookFromAStream() {
        byte[] content = {'P', 'K', 3, 4, 20, 0};

        assertThatThrownBy(() -> StatementFiles.open("enrollments.csv", content))
                .hasMessageStartingWith("enrollments.csv: is a workbook or a zip archive, which is read from its end;"
                        + " give the file by its name");
    }

    @Test
    void shouldRejectAnOverlongLine() throws IOException {
        byte[] content = (HEADING + "\n" + "x".repeat(RawLines.MAX_LENGTH + 1)).getBytes(StandardCharsets.UTF_8);

        try (StatementFileReader reader = StatementFiles.open("enrollments.csv", content)) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageStartingWith("enrollments.csv, line 2: is longer than 1048576 bytes");
        }
    }

    @Test
    void shouldReportAMissingFile(@TempDir Path directory) {
        assertThatThrownBy(() -> StatementFileReader.open(
                        directory.resolve("gone.csv"), ReadingSettings.DEFAULTS, Instant.EPOCH))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone.csv");
        assertThat(directory).isEmptyDirectory();
    }
}
