package io.muster.intake.statement;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes large files, and reads them in a separate process. {@code MillionLines FILE} prints the number of statements
 * in the file. Manual use: {@code MillionLines write-csv|write-inline|write-shared FILE ROWS}.
 */
final class MillionLines {

    private static final List<String> HEADING =
            List.of("campaignId", "participantRef", "status", "areaId", "enrolledOn", "recordedAt", "source");
    private static final int FLUSHED = 1000;

    private MillionLines() {}

    public static void main(String... arguments) throws IOException {
        if (arguments.length == 1) {
            System.out.println(read(Path.of(arguments[0])));
        } else {
            Path file = Path.of(arguments[1]);
            int rows = Integer.parseInt(arguments[2]);
            if (arguments[0].equals("write-csv")) {
                writeCsv(file, rows);
            } else {
                writeXlsx(file, rows, arguments[0].equals("write-shared"));
            }
        }
    }

    static void writeCsv(Path file, int rows) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(String.join(",", HEADING) + "\n");
            for (int row = 1; row <= rows; row++) {
                out.write(String.join(",", values(row)) + "\n");
            }
        }
    }

    /** @param isShared whether texts are shared strings, as in Excel, or inline */
    static void writeXlsx(Path file, int rows, boolean isShared) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Muster", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Tháng 5");
            for (int row = 0; row <= rows; row++) {
                List<String> values = row == 0 ? HEADING : values(row);
                for (int column = 0; column < values.size(); column++) {
                    if (isShared) {
                        sheet.value(row, column, values.get(column));
                    } else {
                        sheet.inlineString(row, column, values.get(column));
                    }
                }
                if (row % FLUSHED == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static List<String> values(int row) {
        return List.of(
                "drive", "participant-" + row, "ENROLLED", "yen-dung", "2023-05-12", "2023-05-12T02:00:00Z", "o");
    }

    private static long read(Path file) throws IOException {
        try (StatementFileReader reader =
                StatementFileReader.open(file, ReadingSettings.DEFAULTS, Instant.parse("2023-06-01T00:00:00Z"))) {
            long statements = 0;
            for (Line line = reader.next(); line != null; line = reader.next()) {
                statements += line instanceof StatementLine ? 1 : 0;
            }
            return statements;
        }
    }
}
