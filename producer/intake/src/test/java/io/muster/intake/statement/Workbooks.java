package io.muster.intake.statement;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Builds workbooks for tests: texts, numbers, dates and times in typed cells. */
final class Workbooks {

    static final List<String> HEADING = List.of(
            "Đợt", "Mã tham gia", "Trạng thái", "Xã/Phường", "Huyện", "Ngày tham gia", "Thời điểm ghi nhận", "Nguồn");

    private Workbooks() {}

    /** Writes a workbook with one sheet, whose rows start in row 1. */
    static Path write(Path file, List<? extends List<? extends @Nullable Object>> rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Muster", "1.0")) {
            fill(workbook.newWorksheet("Tháng 5"), rows);
        }
        return file;
    }

    /** Edits the XML of the first sheet, for what Excel writes but the library cannot. */
    static void rewriteSheet(Path file, UnaryOperator<String> change) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path sheet = zip.getPath("xl/worksheets/sheet1.xml");
            Files.writeString(sheet, change.apply(Files.readString(sheet)));
        }
    }

    static void fill(Worksheet sheet, List<? extends List<? extends @Nullable Object>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                put(sheet, row, column, rows.get(row).get(column));
            }
        }
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("dd/mm/yyyy").set();
        } else if (value instanceof LocalDateTime moment) {
            sheet.value(row, column, moment);
            sheet.style(row, column).format("dd/mm/yyyy hh:mm").set();
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }
}
