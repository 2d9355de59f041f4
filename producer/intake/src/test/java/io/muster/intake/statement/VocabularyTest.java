package io.muster.intake.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.intake.text.Problem;
import io.muster.intake.text.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VocabularyTest {

    private static final String VIETNAMESE =
            "Mã sự kiện;Đợt/Chiến dịch;Mã tham gia;Trạng thái;Mã xã;Ngày tham gia;Thời điểm ghi nhận;Nguồn/Cơ quan;"
                    + "Giới tính;Nhóm tuổi;Nghề nghiệp;Thu nhập\n"
                    + ";drive;p1;Tham gia;yen-dung;2023-05-12;2023-05-12T02:00:00Z;Bưu điện;Nữ;30-39;nông dân;\n"
                    + ";drive;p2;rút;yen-dung;2023-05-12;2023-05-12T02:00:00Z;Bưu điện;NAM;30-39;nông dân;\n";

    @TempDir
    private Path directory;

    @Test
    void shouldReadVietnameseHeadingsAndWords() throws IOException {
        List<Statement> statements = statements(VIETNAMESE);

        assertThat(statements).extracting(Statement::status).containsExactly(Status.ENROLLED, Status.WITHDRAWN);
        assertThat(statements)
                .extracting(statement -> statement.segments().gender())
                .containsExactly(Gender.FEMALE, Gender.MALE);
        assertThat(statements.get(0).campaignId()).hasToString("drive");
        assertThat(statements.get(0).source()).isEqualTo("Bưu điện");
        assertThat(statements.get(0).segments().occupation()).isEqualTo("nông dân");
    }

    @Test
    void shouldIgnoreCaseDiacriticsAndUnicodeForm() throws IOException {
        String heading = VIETNAMESE.substring(0, VIETNAMESE.indexOf('\n'));
        String plain = Normalizer.normalize(heading, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('Đ', 'D');

        for (String form : List.of(
                Normalizer.normalize(heading, Normalizer.Form.NFD),
                heading.toUpperCase(Locale.ROOT),
                plain,
                heading.replace(' ', '_'))) {
            assertThat(statements(VIETNAMESE.replace(heading, form))).isEqualTo(statements(VIETNAMESE));
        }
    }

    @ParameterizedTest
    @CsvSource({"EnrolledOn, enrolledOn", "enrolled_on, enrolledOn", "AREA ID, areaId", "Số BHXH/CCCD, identityNumber"})
    void shouldRecognizeHeadingsInAnyCase(String heading, String field) {
        assertThat(Mapping.builtIn().fieldOf(heading)).isEqualTo(field);
    }

    @Test
    void shouldNameTheColumnOfTheFileInAProblem() throws IOException {
        InvalidLine bad = (InvalidLine)
                StatementFiles.read(VIETNAMESE.replace("rút", "nghỉ")).get(1);

        assertThat(bad.problems()).singleElement().satisfies(problem -> {
            assertThat(problem)
                    .hasToString("enrollments.csv, line 3, Trạng thái \"nghỉ\": is not known;"
                            + " write one of ENROLLED, WITHDRAWN");
            assertThat(problem.field()).isEqualTo("status");
            assertThat(problem.column()).isEqualTo(new Problem.Column("Trạng thái", null));
        });
    }

    @Test
    void shouldRejectTwoColumnsMappedToOneField() {
        assertThatThrownBy(() -> StatementFiles.open(VIETNAMESE.replace("Mã sự kiện", "status")))
                .hasMessageContaining(
                        "line 1: the columns status and Trạng thái are both mapped to status; remove one of the two");
    }

    @Test
    void shouldApplyAMapping() throws IOException {
        String file = """
                Ngày ĐK (dd/mm);Ai;Tình trạng;Nơi;Ghi lúc;Ghi chú
                2023-05-12;p1;Đang đóng;yen-dung;2023-05-12T02:00:00Z;x
                """;

        StatementFileReader reader = open(file, """
                # our sheet
                Ngày ĐK (dd/mm) = enrolledOn
                ai = participantRef
                Tình trạng = status
                Nơi = areaId
                Ghi lúc = recordedAt
                Ghi chú = -
                campaignId = 2023-05
                source = Bưu điện huyện
                status: Đang đóng = ENROLLED
                """);

        Statement statement = ((StatementLine) StatementFiles.lines(reader).get(0)).statement();
        assertThat(statement.campaignId()).hasToString("2023-05");
        assertThat(statement.source()).isEqualTo("Bưu điện huyện");
        assertThat(statement.status()).isEqualTo(Status.ENROLLED);
        assertThat(statement.enrolledOn()).isEqualTo("2023-05-12");
        assertThat(reader.ignoredColumns()).isEmpty();
    }

    @Test
    void shouldPreferTheMappingOverTheVocabulary() throws IOException {
        StatementFileReader reader = open(VIETNAMESE.replace("Thu nhập", "Mã khu vực"), "Mã khu vực = incomeBand\n");

        assertThat(StatementFiles.lines(reader)).hasOnlyElementsOfType(StatementLine.class);
    }

    @Test
    void shouldRejectAConstantForAFieldWithAColumn() {
        assertThatThrownBy(() -> open(VIETNAMESE, "campaignId = 2023-05\n"))
                .hasMessageContaining("the mapping has a constant for campaignId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "= x", "x =", "Ngày = enroledOn", "colour: red = rot"})
    void shouldReportInvalidMappingLines(String line) {
        assertThatThrownBy(() -> open(VIETNAMESE, "# remark\n" + line + "\n"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("mapping.properties, line 2: ");
    }

    @Test
    void shouldRejectAContradictoryMapping() {
        assertThatThrownBy(() -> open(VIETNAMESE, "A = status\na = areaId\n"))
                .hasMessageContaining("line 2: contradicts an earlier line: status");
    }

    private StatementFileReader open(String file, String mapping) throws IOException {
        Path path = Files.writeString(directory.resolve("mapping.properties"), mapping);
        return StatementFileReader.open(
                "enrollments.csv",
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                new SettingsBuilder().mappedBy(path).build(),
                Instant.parse("2023-06-01T00:00:00Z"));
    }

    private static List<Statement> statements(String file) throws IOException {
        return StatementFiles.read(file).stream()
                .map(line -> ((StatementLine) line).statement())
                .toList();
    }
}
