package io.muster.intake.statement;

import static io.muster.intake.statement.StatementFiles.HEADING;
import static io.muster.intake.statement.StatementFiles.LINE;
import static io.muster.intake.statement.StatementFiles.lineWith;
import static io.muster.intake.statement.StatementFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.intake.text.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BadStatementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-05-12,|2023-13-12,|enrolledOn|2023-13-12|is not a date",
                "2023-05-12,|31/04/2023,|enrolledOn|31/04/2023|is not a date",
                "2023-05-12,|,|enrolledOn||is empty",
                "2023-05-12T02:00:00Z|2023-05-12T02:00:00|recordedAt|2023-05-12T02:00:00|has no time zone",
                "2023-05-12T02:00:00Z|2023-05-12|recordedAt|2023-05-12|is not a date and time with its zone",
                "2023-05-12T08:30:00+07:00|yesterday|enrolledAt|yesterday|is not a date and time with its zone",
                "ENROLLED|REGISTERED|status|REGISTERED|is not known",
                "ENROLLED|UNKNOWN|status|UNKNOWN|is not known",
                "ENROLLED||status||is empty",
                "FEMALE|lady|gender|lady|is not known",
                ",7,|,7.5,|version|7.5|is not a whole number",
                "123e4567-e89b|123e4567-e8|eventId|123e4567-e8-12d3-a456-426614174000|is not a UUID",
                "drive||campaignId||is empty",
                "drive|a:b|campaignId|a:b|must not contain ':'",
                ",p1,|,2.4098E+10,|participantRef|2.4098E+10|is a number that a spreadsheet has rounded",
                ",p1,|,  ,|participantRef||is empty",
            })
    void shouldReportFieldValueAndRemedy(String part, String instead, String field, String value, String problem)
            throws IOException {
        InvalidLine bad = onlyBad(lineWith(part, instead == null ? "" : instead));

        assertThat(bad.number()).isEqualTo(2);
        assertThat(bad.problems()).singleElement().satisfies(found -> {
            assertThat(found.file()).isEqualTo("enrollments.csv");
            assertThat(found.line()).isEqualTo(2);
            assertThat(found.field()).isEqualTo(field);
            assertThat(found.value()).isEqualTo(value);
            assertThat(found.problem()).isEqualTo(problem);
            assertThat(found.remedy()).isNotBlank();
        });
    }

    @Test
    void shouldWriteAProblemAsOneSentence() throws IOException {
        InvalidLine bad = onlyBad(lineWith("2023-05-12,", "12 May,"));

        assertThat(bad.problems().get(0))
                .hasToString("enrollments.csv, line 2, enrolledOn \"12 May\": is not a date;"
                        + " write it as in 2023-05-18 or 18/05/2023");
    }

    @Test
    void shouldReportAllProblemsOfALine() throws IOException {
        InvalidLine bad = onlyBad(lineWith("ENROLLED", "YES").replace("2023-05-12,", "soon,"));

        assertThat(bad.problems()).extracting(Problem::field).containsExactly("status", "enrolledOn");
        assertThat(bad.reason())
                .isEqualTo("status \"YES\": is not known; write one of ENROLLED, WITHDRAWN"
                        + " | enrolledOn \"soon\": is not a date; write it as in 2023-05-18 or 18/05/2023");
    }

    @Test
    void shouldApplyTheRulesOfStatements() throws IOException {
        assertThat(onlyBad(lineWith("2023-05-12,", "2023-05-20,")).reason())
                .isEqualTo("enrolledOn \"2023-05-20\": is more than a day away from"
                        + " enrolledAt 2023-05-12T01:30:00Z; correct it");
        assertThat(onlyBad(lineWith("2023-05-12T02:00:00Z", "2023-05-01T02:00:00Z"))
                        .reason())
                .contains("is more than a day after recordedAt");
        assertThat(onlyBad(lineWith("2023-05-12T02:00:00Z", "2023-07-01T02:00:00Z"))
                        .reason())
                .contains("recordedAt \"2023-07-01T02:00:00Z\": is more than a day after");
    }

    @Test
    void shouldRejectAVersionFarAhead() throws IOException {
        assertThat(onlyBad(lineWith(",7,", ",9223372036854775807,")).reason())
                .startsWith("version \"9223372036854775807\": is more than a day ahead of recordedAt");
    }

    @Test
    void shouldRejectImplausibleYears() throws IOException {
        assertThat(onlyBad(lineWith("2023-05-12,", "1899-12-31,")).reason())
                .startsWith("enrolledOn \"1899-12-31\": is not in the years from 1900 to 2200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "024098000123",
                "\uff10\uff12\uff14\uff10\uff19\uff18\uff10\uff10\uff10\uff11\uff12\uff13",
                "0240\u200b98000123"
            })
    void shouldRejectABareIdentityNumberWithoutExposingIt(String number) throws IOException {
        InvalidLine bad = onlyBad(lineWith(",p1,", "," + number + ","));

        assertThat(bad.reason())
                .isEqualTo("participantRef: is a bare number of 9 to 12 digits, as identity numbers are; give it as"
                        + " identityNumber with --participant-key; or, if such numbers are never identity numbers,"
                        + " allow them with --allow-numeric-refs");
    }

    @Test
    void shouldAcceptABareNumberWhenAllowed() throws IOException {
        String file = HEADING + "\n" + lineWith(",p1,", ",024098000123,");

        List<Line> lines = StatementFiles.lines(StatementFileReader.open(
                "enrollments.csv",
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                new SettingsBuilder().allowingNumericRefs().build(),
                Instant.parse("2023-06-01T00:00:00Z")));

        assertThat(((StatementLine) lines.get(0)).statement().participantRef()).hasToString("024098000123");
    }

    @Test
    void shouldReportInvisibleCharacters() throws IOException {
        assertThat(onlyBad(lineWith("ENROLLED", "ENROLLED\u200b")).reason())
                .isEqualTo(
                        "status \"ENROLLED\u200b\": is not known, and contains U+200B ZERO WIDTH SPACE at character 9;"
                                + " remove that character; write one of ENROLLED, WITHDRAWN");
        assertThat(onlyBad(lineWith("2023-05-12,", "\u200e2023-05-12,")).reason())
                .contains("is not a date, and contains U+200E LEFT-TO-RIGHT MARK at character 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",p1,|,#N/A,|participantRef \"#N/A\": is an error of a spreadsheet; correct the formula",
                "farmer|#REF!|occupation \"#REF!\": is an error of a spreadsheet; correct the formula",
                "2023-05-12,|#VALUE!,|enrolledOn \"#VALUE!\": is an error of a spreadsheet; correct the formula",
                ",p1,|,TRUE,|participantRef \"TRUE\": is a logical value of a spreadsheet, not a reference; write",
                ",p1,|,false,|participantRef \"false\": is a logical value of a spreadsheet, not a reference; write",
                ",p1,|,-3,|participantRef \"-3\": is a negative number, not a reference; write the reference as text",
            })
    void shouldReportSpreadsheetErrors(String part, String instead, String reason) throws IOException {
        assertThat(onlyBad(lineWith(part, instead)).reason()).startsWith(reason);
    }

    @Test
    void shouldRejectALineWithTooManyOrTooFewValues() throws IOException {
        assertThat(onlyBad(LINE + ",more").reason()).contains("has 15 values where the headings name 14");
        assertThat(onlyBad(LINE.substring(0, 60)).reason()).contains("values where the headings name 14");
    }

    @Test
    void shouldReadTheLinesAfterAnUnclosedQuote() throws IOException {
        List<Line> lines = read(HEADING + "\n" + lineWith("farmer", "\"farmer") + "\n" + LINE + "\n" + LINE + "\n");

        assertThat(lines).hasSize(3);
        assertThat(((InvalidLine) lines.get(0)).reason()).contains("has a quote that is never closed");
        assertThat(lines.get(0).number()).isEqualTo(2);
        assertThat(lines.subList(1, 3)).hasOnlyElementsOfType(StatementLine.class);
    }

    @Test
    void shouldRejectTextAfterAClosingQuote() throws IOException {
        assertThat(onlyBad(lineWith("farmer", "\"far\"mer")).reason()).contains("text right after a closing quote");
    }

    @Test
    void shouldRejectALineThatIsNotUtf8AndReadTheRest() throws IOException {
        byte[] content = (HEADING + "\n" + lineWith("farmer", "thợ") + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] foreign = lineWith("farmer", "é").getBytes(Charset.forName("windows-1252"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(content);
        file.write(foreign);
        file.write(("\n" + LINE).getBytes(StandardCharsets.UTF_8));

        StatementFileReader reader = StatementFiles.open("enrollments.csv", file.toByteArray());
        List<Line> lines = StatementFiles.lines(reader);

        assertThat(lines).hasSize(3);
        InvalidLine bad = (InvalidLine) lines.get(1);
        assertThat(bad.reason()).contains("is not in UTF-8");
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();
        reader.writeReject(bad, rejects);
        assertThat(rejects.toByteArray()).as("as it came").endsWith(foreignWithLineEnd(foreign));
    }

    @Test
    void shouldWriteRejectsWithTheReasonAsAColumn() throws IOException {
        String bad = lineWith("ENROLLED", "YES").replace(',', ';');
        String content = '\uFEFF' + HEADING.replace(',', ';') + "\r\n" + bad + "\r\n" + bad;
        StatementFileReader reader = StatementFiles.open(content);
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();

        reader.writeRejectHeading(rejects);
        for (Line line : StatementFiles.lines(reader)) {
            reader.writeReject((InvalidLine) line, rejects);
        }

        String reason = "\"status \"\"YES\"\": is not known; write one of ENROLLED, WITHDRAWN\";";
        assertThat(rejects.toString(StandardCharsets.UTF_8))
                .isEqualTo('\uFEFF' + "reason;" + HEADING.replace(',', ';') + "\r\n" + reason + bad + "\r\n" + reason
                        + bad + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "\"=HYPERLINK(\"\"http://x\"\")\"",
                " +84",
                "-farmer",
                "'-farmer",
                "@SUM(A1)",
                "\tx",
                "\"a;=1\"",
                "\"two\r\n=lines\"",
                "＝1"
            })
    void shouldEscapeFormulasInRejectsAndUnescapeThemWhenRead(String cell) throws IOException {
        String good = HEADING + "\r\n" + lineWith("farmer", cell) + "\r\n";
        StatementFileReader reader = StatementFiles.open(good.replace("ENROLLED", "YES"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        reader.writeRejectHeading(file);
        reader.writeReject((InvalidLine) StatementFiles.lines(reader).get(0), file);

        String rejects = file.toString(StandardCharsets.UTF_8);
        assertThat(rejects).doesNotContainPattern("[,;\n] *\"?[=+\\-@\t＝]");
        String repaired = rejects.replace("ENROLLED, WITHDRAWN", "").replace("YES", "ENROLLED");
        assertThat(StatementFiles.lines(StatementFiles.open(repaired)))
                .singleElement()
                .satisfies(line -> assertThat(((StatementLine) line).statement())
                        .isEqualTo(((StatementLine) StatementFiles.lines(StatementFiles.open(good))
                                        .get(0))
                                .statement()));
    }

    @Test
    void shouldEscapeFormulasInAnUnreadableLine() throws IOException {
        String broken = "=1;\"=2\"x;@3";
        StatementFileReader reader = StatementFiles.open(HEADING.replace(',', ';') + "\n" + broken + "\n");
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();

        reader.writeReject((InvalidLine) StatementFiles.lines(reader).get(0), rejects);

        assertThat(rejects.toString(StandardCharsets.UTF_8)).endsWith("\";'=1;\"'=2\"x;'@3\n");
    }

    @Test
    void shouldReadRepairedRejects() throws IOException {
        StatementFileReader reader = StatementFiles.open(HEADING + "\n" + lineWith("ENROLLED", "YES") + "\n");
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();
        reader.writeRejectHeading(rejects);
        reader.writeReject((InvalidLine) StatementFiles.lines(reader).get(0), rejects);

        String repaired = rejects.toString(StandardCharsets.UTF_8).replace(",YES,", ",ENROLLED,");

        assertThat(read(repaired)).isEqualTo(read(HEADING + "\n" + LINE));
    }

    private static byte[] foreignWithLineEnd(byte[] foreign) {
        byte[] line = Arrays.copyOf(foreign, foreign.length + 1);
        line[foreign.length] = '\n';
        return line;
    }

    private static InvalidLine onlyBad(String line) throws IOException {
        List<Line> lines = read(HEADING + "\n" + line + "\n");
        assertThat(lines).hasOnlyElementsOfType(InvalidLine.class).hasSize(1);
        return (InvalidLine) lines.get(0);
    }
}
