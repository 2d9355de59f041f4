package io.muster.intake.statement;

import static io.muster.intake.statement.StatementFiles.HEADING;
import static io.muster.intake.statement.StatementFiles.LINE;
import static io.muster.intake.statement.StatementFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatementNdjsonTest {

    private static final String OBJECT = """
            {"eventId":"123e4567-e89b-12d3-a456-426614174000","campaignId":"drive","participantRef":"p1","version":7,\
            "status":"ENROLLED","areaId":"yen-dung","enrolledOn":"2023-05-12","enrolledAt":"2023-05-12T08:30:00+07:00",\
            "recordedAt":"2023-05-12T02:00:00Z","source":"office-1","gender":"FEMALE","ageBand":"30-39",\
            "occupation":"farmer","incomeBand":"low"}""";

    @Test
    void shouldReadTheSameAsFromCsv() throws IOException {
        StatementLine csv = (StatementLine) read(HEADING + "\n" + LINE).get(0);

        assertThat(read("data.ndjson", OBJECT + "\n")).containsExactly(new StatementLine(1, csv.statement()));
    }

    @ParameterizedTest
    @CsvSource({"-", "data.txt", "data.jsonl"})
    void shouldDetectJsonByItsContent(String name) throws IOException {
        assertThat(read(name, "\uFEFF" + OBJECT + "\r\n\r\n" + OBJECT))
                .extracting(Line::number)
                .containsExactly(1L, 3L);
    }

    @Test
    void shouldTreatNullAsAbsent() throws IOException {
        String sparse = OBJECT.replace("\"gender\":\"FEMALE\",", "").replace("\"farmer\"", "null");

        StatementLine line = (StatementLine) read("data.ndjson", sparse).get(0);

        assertThat(line.statement().segments().gender()).hasToString("UNDISCLOSED");
        assertThat(line.statement().segments().occupation()).isNull();
    }

    @Test
    void shouldDeriveTheSameEventIdAsFromCsv() throws IOException {
        String csv = HEADING + "\n" + StatementFiles.lineWith("123e4567-e89b-12d3-a456-426614174000", "");
        String json = OBJECT.replace("\"eventId\":\"123e4567-e89b-12d3-a456-426614174000\",", "");

        assertThat(((StatementLine) read("data.ndjson", json).get(0)).statement())
                .isEqualTo(((StatementLine) read(csv).get(0)).statement());
    }

    @Test
    void shouldComposeDiacritics() throws IOException {
        String decomposed = Normalizer.normalize(OBJECT.replace("yen-dung", "Yên-Dũng"), Normalizer.Form.NFD);

        assertThat(((StatementLine) read("data.ndjson", decomposed).get(0))
                        .statement()
                        .areaId())
                .hasToString("Yên-Dũng");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"campaignId\":|is not JSON",
                "[1,2]|is not a JSON object",
                "\"text\"|is not a JSON object",
                "{} {}|is not JSON",
                "{\"source\":\"a\",\"source\":\"b\"}|is not JSON: Duplicate field 'source'",
                "{\"source\":[\"a\"]}|source is a list or an object",
                "{\"version\":1e99}|version \"1.0E99\": is not a whole number",
                "{}|campaignId: is empty",
            })
    void shouldReportAnInvalidLineAndReadTheRest(String bad, String problem) throws IOException {
        List<Line> lines = read("data.ndjson", OBJECT + "\n" + bad + "\n" + OBJECT + "\n");

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1).number()).isEqualTo(2);
        assertThat(((InvalidLine) lines.get(1)).reason()).contains(problem);
        assertThat(lines.get(2)).isInstanceOf(StatementLine.class);
    }

    @Test
    void shouldListEachIgnoredFieldOnce() throws IOException {
        String more = OBJECT.replace("}", ",\"note\":{\"a\":1},\"phone\":null}");
        StatementFileReader reader =
                StatementFiles.open("data.ndjson", (more + "\n" + more).getBytes(StandardCharsets.UTF_8));

        assertThat(StatementFiles.lines(reader)).hasOnlyElementsOfType(StatementLine.class);
        assertThat(reader.ignoredColumns()).containsExactly("note", "phone");
    }

    @Test
    void shouldWriteRejectsUnchanged() throws IOException {
        String bad = "{\"campaignId\" : \"đợt 1\"  }";
        StatementFileReader reader =
                StatementFiles.open("data.ndjson", (OBJECT + "\r\n" + bad + "\r\n").getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();

        reader.writeRejectHeading(rejects);
        reader.writeReject((InvalidLine) StatementFiles.lines(reader).get(1), rejects);

        assertThat(rejects.toString(StandardCharsets.UTF_8)).isEqualTo(bad + "\r\n");
    }
}
