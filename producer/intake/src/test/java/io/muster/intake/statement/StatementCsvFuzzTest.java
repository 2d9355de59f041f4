package io.muster.intake.statement;

import static io.muster.intake.statement.StatementFiles.HEADING;
import static io.muster.intake.statement.StatementFiles.LINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.muster.domain.fixture.FuzzedInputs;
import io.muster.intake.text.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes CSV files of statements, as a whole and among valid rows. */
class StatementCsvFuzzTest {

    private static final String NAME = "fuzz.csv";
    private static final FuzzedInputs INPUTS = new FuzzedInputs("statements in CSV", 64);
    private static final String FIRST = LINE.replace(",p1,", ",first,");
    private static final String LAST = LINE.replace(",p1,", ",last,");

    static Stream<byte[]> seeds() {
        String office = """
                SỔ ĐĂNG KÝ
                Đợt;Mã tham gia;Trạng thái;Xã/Phường;Huyện;Ngày tham gia;Thời điểm ghi nhận;Nguồn
                drive;p1;Tham gia;Nham Biền;Yên Dũng;18/05/2023;18/05/2023 08:30;BHXH
                """.replace("\n", "\r\n");
        return Stream.of(
                (HEADING + "\n" + LINE + "\n").getBytes(UTF_8),
                office.getBytes(UTF_8),
                TextEncoding.UTF_16LE.encode("\uFEFF" + office.replace(';', '\t')),
                TextEncoding.WINDOWS_1258.encode(office),
                LINE.getBytes(UTF_8),
                LINE.replace("farmer", "\"a \"\"b\"\"\nc\"").getBytes(UTF_8),
                LINE.replace("farmer", "\"'=1+1").getBytes(UTF_8),
                LINE.replace(",p1,", ",024098000123,").getBytes(UTF_8),
                LINE.replace("2023-05-12,", "12/05/2023,").getBytes(UTF_8),
                LINE.replace("2023-05-12T02:00:00Z", "2023-05-12 09:00:00.5 +07:00")
                        .getBytes(UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void shouldAcceptOrRejectEachRow(byte[] bytes) throws Exception {
        INPUTS.run(() -> {
            FuzzedFile.of(NAME, bytes).checkRejects(NAME, "");
            FuzzedFile between = FuzzedFile.of(NAME, between(bytes));
            between.checkRejects(NAME, "");
            between.checkWritten(NAME, HEADING + "\n", WrittenStatement::csv);
            assertThat(between.statements())
                    .extracting(statement -> statement.participantRef().value())
                    .startsWith("first")
                    .endsWith("last");
        });
    }

    private static byte[] between(byte[] rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((HEADING + "\n" + FIRST + "\n").getBytes(UTF_8));
        file.writeBytes(rows);
        file.writeBytes(("\n" + LAST + "\n").getBytes(UTF_8));
        return file.toByteArray();
    }

    @AfterAll
    static void report() {
        INPUTS.report();
    }
}
