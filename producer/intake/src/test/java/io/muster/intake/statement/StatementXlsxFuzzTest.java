package io.muster.intake.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.muster.domain.fixture.FuzzedInputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes workbooks, in parts and as a whole. */
class StatementXlsxFuzzTest {

    private static final FuzzedInputs INPUTS = new FuzzedInputs("statements in xlsx", 1024);
    private static final FuzzedWorkbook WORKBOOK = template();

    @TempDir
    private Path folder;

    static Stream<byte[]> seeds() {
        return WORKBOOK.seeds();
    }

    /** Rows with text, number, date and time cells, one of them invalid. */
    private static FuzzedWorkbook template() {
        LocalDate day = LocalDate.of(2023, 5, 18);
        try {
            Path file = Files.createTempFile("fuzz", ".xlsx");
            try {
                Workbooks.write(
                        file,
                        List.of(
                                Workbooks.HEADING,
                                row("first", "Tham gia", day, day.atTime(8, 30)),
                                row(17, "Rút", day, day.atTime(9, 0)),
                                row("p2", "?", 45_000.5, "18/05/2023 08:30"),
                                row("last", "Tham gia", "18/05/2023", "18/05/2023 10:00")));
                return new FuzzedWorkbook(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Object> row(Object participant, String status, Object day, Object moment) {
        return List.of("drive", participant, status, "Nham Biền", "Yên Dũng", day, moment, "BHXH");
    }

    @MethodSource("seeds")
    @FuzzTest
    void shouldAcceptOrRejectEachRow(byte[] bytes) throws Exception {
        INPUTS.run(() -> {
            Path path = Files.write(folder.resolve("fuzz.xlsx"), WORKBOOK.of(bytes));
            FuzzedFile file =
                    FuzzedFile.read(() -> StatementFileReader.open(path, FuzzedFile.SETTINGS, FuzzedFile.NOW));
            if (FuzzedWorkbook.isOneCell(bytes)) {
                assertThat(file.statements())
                        .extracting(statement -> statement.participantRef().value())
                        .startsWith("first")
                        .endsWith("last");
            }
            // only the count is compared: a value that is invalid as a number or date cell may be valid as text
            assertThat(file.rejectsAgain("rejects.csv").lines()).hasSize((int) file.refused());
            file.checkWritten("written.csv", StatementFiles.HEADING + "\n", WrittenStatement::csv);
        });
    }

    @AfterAll
    static void report() {
        INPUTS.report();
    }
}
