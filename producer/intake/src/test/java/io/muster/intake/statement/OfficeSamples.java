package io.muster.intake.statement;

import io.muster.intake.text.TextEncoding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Generates samples/office: files as a district office might send them. All people are fictitious: the citizen numbers
 * start with 000, and no real one does. {@code OfficeSamples DIRECTORY} writes the files again.
 */
final class OfficeSamples {

    static final String WORKBOOK = "so-dang-ky-yen-dung.xlsx";
    static final String CSV = "so-dang-ky-yen-dung.csv";

    private static final LocalDate FIRST = LocalDate.of(2023, 5, 11);
    private static final List<String> COMMUNES = List.of("TT Nham Biền", "Xã Tân Liễu", "Quỳnh Sơn", "lang son");
    private static final List<String> OCCUPATIONS = List.of("nông dân", "thợ may", "buôn bán", "nghề tự do");
    private static final int ROWS = 12;

    private OfficeSamples() {}

    public static void main(String... arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    static void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        writeWorkbook(directory.resolve(WORKBOOK));
        Files.write(directory.resolve(CSV), TextEncoding.WINDOWS_1258.encode(csv()));
    }

    /** Title rows above the headings, real dates, a misspelt commune, and a row without a date. */
    private static void writeWorkbook(Path file) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("SỔ ĐĂNG KÝ THAM GIA BHXH TỰ NGUYỆN"));
        rows.add(List.of("Huyện Yên Dũng, tháng 5 năm 2023"));
        rows.add(List.of());
        rows.add(List.of(
                "STT",
                "Đợt",
                "Mã tham gia",
                "Trạng thái",
                "Xã/Phường",
                "Huyện",
                "Ngày tham gia",
                "Thời điểm ghi nhận",
                "Cơ quan",
                "Giới tính",
                "Nghề nghiệp"));
        for (int i = 1; i <= ROWS; i++) {
            LocalDate day = FIRST.plusDays(i / 3);
            rows.add(List.of(
                    i,
                    "bac-giang-2023",
                    String.format("yd-%04d", i),
                    i == ROWS ? "Rút" : "Tham gia",
                    i == 5 ? "TT Nham Bền" : communeOf(i),
                    "Huyện Yên Dũng",
                    i == 8 ? "chưa rõ" : day,
                    LocalDateTime.of(day.getYear(), day.getMonth(), day.getDayOfMonth(), 8 + i % 8, 5 * i % 60),
                    "BHXH huyện Yên Dũng",
                    i % 3 == 0 ? "Nam" : "Nữ",
                    OCCUPATIONS.get(i % OCCUPATIONS.size())));
        }
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Muster", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Tháng 5");
            Workbooks.fill(sheet, rows);
        }
    }

    /** A CSV file as a Vietnamese Excel saves it, with citizen numbers. */
    private static String csv() {
        StringBuilder csv = new StringBuilder(
                "Đợt;Số CCCD;Trạng thái;Xã/Phường;Huyện;Ngày tham gia;Thời điểm ghi nhận;Cơ quan\r\n");
        for (int i = 1; i <= ROWS; i++) {
            csv.append(String.format(
                    "bac-giang-2023;%012d;Tham gia;%s;Yên Dũng;%d/05/2023;%d/05/2023 %02d:%02d;Bưu điện Yên Dũng\r\n",
                    98000000L + i, communeOf(i), 11 + i / 3, 11 + i / 3, 8 + i % 8, 5 * i % 60));
        }
        return csv.toString();
    }

    private static String communeOf(int row) {
        return COMMUNES.get(row % COMMUNES.size());
    }
}
