package io.muster.intake.statement;

import static io.muster.intake.statement.StatementFiles.HEADING;
import static io.muster.intake.statement.StatementFiles.lineWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.intake.text.Text;
import io.muster.intake.text.TextEncoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EncodingTest {

    private static final String OCCUPATION = "thợ may, nghề tự do ở Yên Dũng: ẳ ẵ ỹ Ợ đ Đ ư ₫";
    private static final String LINE = lineWith("farmer", '"' + OCCUPATION + '"');
    private static final String FILE = HEADING + "\r\n" + LINE + "\r\n" + LINE + "\r\n";

    @ParameterizedTest
    @EnumSource
    void shouldReadEveryEncodingAndComposeDiacritics(TextEncoding encoding) throws IOException {
        String start = encoding == TextEncoding.WINDOWS_1258 ? "" : "\uFEFF";

        StatementFileReader reader = StatementFiles.open("data.csv", encoding.encode(start + FILE));

        assertThat(occupations(reader)).containsExactly(OCCUPATION, OCCUPATION);
        if (encoding == TextEncoding.UTF_8) {
            assertThat(reader.notes()).isEmpty();
        } else {
            assertThat(reader.notes()).singleElement().asString().startsWith("read as " + encoding);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void shouldSplitLinesOfUtf16(String lineEnd) throws IOException {
        String file = FILE.replace("\r\n", lineEnd);

        assertThat(occupations(StatementFiles.open("data.csv", file.getBytes(StandardCharsets.UTF_16))))
                .hasSize(2);
    }

    @Test
    void shouldDetectUtf16WithoutAByteOrderMark() throws IOException {
        assertThat(occupations(StatementFiles.open("data.csv", FILE.getBytes(StandardCharsets.UTF_16LE))))
                .containsExactly(OCCUPATION, OCCUPATION);
    }

    @ParameterizedTest
    @EnumSource
    void shouldDecodeEncodedText(TextEncoding encoding) {
        byte[] bytes = encoding.encode(Normalizer.normalize(OCCUPATION, Form.NFD));

        assertThat(Text.clean(encoding.decode(bytes, 0, bytes.length))).isEqualTo(OCCUPATION);
    }

    @Test
    void shouldDetectTheEncodingFromLettersLateInTheFile() throws IOException {
        String many = (lineWith("farmer", "tho may") + "\n").repeat(5_000);

        StatementFileReader reader =
                StatementFiles.open("data.csv", TextEncoding.WINDOWS_1258.encode(HEADING + "\n" + many + LINE));

        assertThat(occupations(reader)).hasSize(5_001).last().isEqualTo(OCCUPATION);
    }

    @Test
    void shouldKeepTheEncodingDespiteACorruptLine() throws IOException {
        byte[] cut = (LINE.replace("may", "\uFFFF") + "\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < cut.length; i++) {
            cut[i] = cut[i] == (byte) 0xEF ? (byte) 0xE1 : cut[i];
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write((HEADING + "\n" + LINE + "\n").getBytes(StandardCharsets.UTF_8));
        file.write(cut, 0, cut.length - 30);
        file.write('\n');
        file.write(LINE.getBytes(StandardCharsets.UTF_8));

        List<Line> lines = StatementFiles.lines(StatementFiles.open("data.csv", file.toByteArray()));

        assertThat(lines).hasSize(3);
        assertThat(((InvalidLine) lines.get(1)).reason()).isNotBlank();
        assertThat(lines.get(2)).isInstanceOf(StatementLine.class);
    }

    @Test
    void shouldPreferGivenSettingsOverDetection() throws IOException {
        byte[] file = TextEncoding.WINDOWS_1258.encode(FILE);

        StatementFileReader reader = StatementFileReader.open(
                "data.csv",
                new ByteArrayInputStream(file),
                new SettingsBuilder().in(TextEncoding.UTF_8).build(),
                Instant.parse("2023-06-01T00:00:00Z"));

        assertThat(StatementFiles.lines(reader))
                .hasOnlyElementsOfType(InvalidLine.class)
                .allSatisfy(line -> assertThat(((InvalidLine) line).reason())
                        .contains("is not in UTF-8")
                        .contains("--encoding"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldWriteRejectsInTheEncodingOfTheFile(TextEncoding encoding) throws IOException {
        String mark = encoding == TextEncoding.WINDOWS_1258 ? "" : "\uFEFF";
        String bad = LINE.replace("ENROLLED", "Đã nghỉ");
        StatementFileReader reader =
                StatementFiles.open("data.csv", encoding.encode(mark + HEADING + "\r\n" + bad + "\r\n"));
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();
        reader.writeRejectHeading(rejects);
        reader.writeReject((InvalidLine) StatementFiles.lines(reader).get(0), rejects);

        String written = Text.clean(encoding.decode(rejects.toByteArray(), 0, rejects.size()));
        StatementFileReader repaired = StatementFiles.open(
                "rejects.csv", encoding.encode(written.replace(bad, LINE).replaceFirst("^\uFEFF?", mark)));

        assertThat(written).contains("status \"\"Đã nghỉ\"\": is not known").endsWith(bad);
        assertThat(occupations(repaired)).containsExactly(OCCUPATION);
        assertThat(repaired.ignoredColumns()).isEmpty();
    }

    private static List<String> occupations(StatementFileReader reader) throws IOException {
        return StatementFiles.lines(reader).stream()
                .map(line -> ((StatementLine) line).statement().segments().occupation())
                .toList();
    }
}
