package io.muster.intake.statement;

import static io.muster.domain.fixture.TestIds.areaId;
import static io.muster.domain.fixture.TestIds.campaignId;
import static io.muster.domain.fixture.TestIds.participantRef;
import static io.muster.intake.statement.StatementFiles.HEADING;
import static io.muster.intake.statement.StatementFiles.LINE;
import static io.muster.intake.statement.StatementFiles.lineWith;
import static io.muster.intake.statement.StatementFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementCsvTest {

    private static final Statement STATEMENT = new Statement(
            UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
            new Statement.Subject(campaignId("drive"), participantRef("p1")),
            7,
            Status.ENROLLED,
            areaId("yen-dung"),
            new Statement.Times(
                    LocalDate.parse("2023-05-12"),
                    Instant.parse("2023-05-12T01:30:00Z"),
                    Instant.parse("2023-05-12T02:00:00Z")),
            "office-1",
            new Segments(Gender.FEMALE, "30-39", "farmer", "low"));

    @Test
    void shouldReadEveryField() throws IOException {
        assertThat(read(HEADING + "\n" + LINE + "\n")).containsExactly(new StatementLine(2, STATEMENT));
    }

    @Test
    void shouldReadColumnsInAnyOrder() throws IOException {
        String file = """
                recordedAt,areaId,status,source,participantRef,enrolledOn,campaignId
                2023-05-12T02:00:00Z,yen-dung,WITHDRAWN,office-1,p1,2023-05-12,drive
                """;

        Statement statement = only(file);

        assertThat(statement.areaId()).hasToString("yen-dung");
        assertThat(statement.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(statement.participantRef()).hasToString("p1");
        assertThat(statement.segments()).isEqualTo(Segments.NONE);
    }

    @Test
    void shouldReadASpreadsheetExport() throws IOException {
        String bomAndCrlfAndSemicolons = '\uFEFF' + (HEADING + "\r\n" + LINE + "\r\n").replace(',', ';');

        assertThat(read(bomAndCrlfAndSemicolons)).containsExactly(new StatementLine(2, STATEMENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void shouldReadEveryKindOfLineEnd(String lineEnd) throws IOException {
        assertThat(read(HEADING + lineEnd + LINE + lineEnd + LINE))
                .containsExactly(new StatementLine(2, STATEMENT), new StatementLine(3, STATEMENT));
    }

    @Test
    void shouldReadTabSeparatedValues() throws IOException {
        assertThat(read((HEADING + "\n" + LINE).replace(',', '\t'))).containsExactly(new StatementLine(2, STATEMENT));
    }

    @Test
    void shouldComposeDiacriticsOfHeadingsAndValues() throws IOException {
        String file = HEADING + "\n" + lineWith("yen-dung", "Yên-Dũng").replace("farmer", "nông dân");

        assertThat(only(Normalizer.normalize(file, Normalizer.Form.NFD))).isEqualTo(only(file));
        assertThat(only(file).areaId()).hasToString("Yên-Dũng");
    }

    @Test
    void shouldTrimHeadingsAndValues() throws IOException {
        String line = LINE.replace("p1", "\u00a0p1\u00a0").replace(",", " , ").replace("farmer", "\"farmer\"");

        assertThat(read(HEADING.replace(",", " , ") + "\n" + line)).containsExactly(new StatementLine(2, STATEMENT));
    }

    @Test
    void shouldReadQuotedValuesOverSeveralLines() throws IOException {
        String file = HEADING + "\n" + lineWith("farmer", "\"farmer,\r\nor \"\"fisher\"\"\"") + "\n" + LINE;

        var lines = read(file);

        assertThat(lines).hasSize(2);
        assertThat(((StatementLine) lines.get(0)).statement().segments().occupation())
                .isEqualTo("farmer,\r\nor \"fisher\"");
        assertThat(lines.get(1)).isEqualTo(new StatementLine(4, STATEMENT));
    }

    @Test
    void shouldSkipBlankLines() throws IOException {
        String file = "\n" + HEADING + "\n\n  \n" + LINE + "\n,,,,,,,,,,,,,\n\n";

        assertThat(read(file)).containsExactly(new StatementLine(5, STATEMENT));
    }

    @Test
    void shouldReadAFileWithHeadingsOnly() throws IOException {
        assertThat(read(HEADING + "\n")).isEmpty();
    }

    @Test
    void shouldDeriveTheVersionFromRecordedAt() throws IOException {
        String file = HEADING + "\n" + lineWith(",7,", ",,").replace("T02:00:00Z", "T02:00:00.123456Z");

        assertThat(only(file).version()).isEqualTo(1_683_856_800_123_456L);
    }

    @Test
    void shouldDefaultEnrolledAtToNoon() throws IOException {
        String file = HEADING + "\n"
                + lineWith("2023-05-12T08:30:00+07:00", "").replace("2023-05-12T02:00:00Z", "2023-05-14T02:00:00Z");

        assertThat(only(file).enrolledAt()).isEqualTo("2023-05-12T12:00:00Z");
    }

    @Test
    void shouldDefaultEnrolledAtToRecordedAtBeforeNoon() throws IOException {
        String file = HEADING + "\n" + lineWith("2023-05-12T08:30:00+07:00", "");

        assertThat(only(file).enrolledAt()).isEqualTo("2023-05-12T02:00:00Z");
    }

    @Test
    void shouldDeriveTheEventIdFromTheValuesOfALine() throws IOException {
        String without = lineWith("123e4567-e89b-12d3-a456-426614174000", "");

        UUID id = only(HEADING + "\n" + without).eventId();

        assertThat(only((HEADING + "\r\n" + without).replace(',', ';')).eventId())
                .isEqualTo(id);
        assertThat(only(HEADING.replace("eventId,", "") + "\n" + without.substring(1))
                        .eventId())
                .isEqualTo(id);
        assertThat(only(HEADING + "\n" + without.replace("p1", "p2")).eventId()).isNotEqualTo(id);
        assertThat(only(HEADING + "\n" + without.replace("low", "")).eventId()).isNotEqualTo(id);
    }

    @Test
    void shouldSkipTitlesAboveTheHeadings() throws IOException {
        String bad = lineWith("ENROLLED", "gone");
        String file = "\uFEFFREGISTER OF THE DRIVE,,\r\n\"Yên Dũng,\nMay 2023\",,\r\n\r\n" + HEADING + "\r\n" + LINE
                + "\r\n" + bad + "\r\n";
        StatementFileReader reader = StatementFiles.open(file);
        List<Line> lines = StatementFiles.lines(reader);
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();
        reader.writeRejectHeading(rejects);

        assertThat(lines.get(0)).isInstanceOf(StatementLine.class);
        assertThat(((InvalidLine) lines.get(1)).problems())
                .singleElement()
                .asString()
                .startsWith("enrollments.csv, line 7, status \"gone\"");
        assertThat(rejects.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFFreason," + HEADING + "\r\n");
    }

    @Test
    void shouldReportTheColumnsOfTheFirstLineIfNoHeadingsAreFound() {
        String file = "a,b\n" + "1,\"2\n".repeat(30);

        assertThatThrownBy(() -> StatementFiles.open(file))
                .hasMessageStartingWith("enrollments.csv, line 1: the columns campaignId,")
                .hasMessageContaining("found a, b;");
    }

    @Test
    void shouldListIgnoredColumns() throws IOException {
        String file = HEADING + ",note,enroledOn\n" + LINE + ",hello,2023-05-12\n";

        try (StatementFileReader reader = StatementFiles.open(file)) {
            assertThat(reader.next()).isEqualTo(new StatementLine(2, STATEMENT));
            assertThat(reader.ignoredColumns()).containsExactly("note", "enroledOn");
        }
    }

    @Test
    void shouldPreferTheGivenFormatOverTheFileName() throws IOException {
        byte[] content = (HEADING + "\n" + LINE).getBytes(StandardCharsets.UTF_8);

        assertThat(StatementFiles.lines(StatementFiles.open("data.ndjson", content, StatementFormat.CSV)))
                .containsExactly(new StatementLine(2, STATEMENT));
    }

    private static Statement only(String file) throws IOException {
        var lines = read(file);
        assertThat(lines).hasOnlyElementsOfType(StatementLine.class).hasSize(1);
        return ((StatementLine) lines.get(0)).statement();
    }
}
