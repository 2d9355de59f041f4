package io.muster.intake.statement;

import static io.muster.domain.fixture.TestIds.areaId;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.CanonicalForm;
import io.muster.domain.participant.IdentityNumber;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.reference.Area;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.StatementRules;
import io.muster.intake.text.Problem;
import io.muster.intake.text.UnusableFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a file of arbitrary bytes and checks invariants: each line is reported once and in order, valid lines are
 * correct, and rejected lines have a reason and show no identity number.
 */
final class FuzzedFile {

    static final ReadingSettings SETTINGS = new SettingsBuilder()
            .in(ZoneId.of("Asia/Ho_Chi_Minh"))
            .knowing(List.of(
                    new Area(areaId("bac-giang"), null, "province", "province", Map.of("vi", "Bắc Giang"), null, null),
                    new Area(
                            areaId("yen-dung"),
                            areaId("bac-giang"),
                            "district",
                            "district",
                            Map.of("vi", "Yên Dũng"),
                            null,
                            null),
                    new Area(
                            areaId("nham-bien"),
                            areaId("yen-dung"),
                            "commune",
                            "town",
                            Map.of("vi", "Nham Biền"),
                            null,
                            null)))
            .build();

    static final Instant NOW = Instant.parse("2023-06-01T00:00:00Z");

    private final List<Line> lines;
    private final byte[] rejects;

    private FuzzedFile(List<Line> lines, byte[] rejects) {
        this.lines = lines;
        this.rejects = rejects;
    }

    /** Opens a reader. */
    interface Opening {
        StatementFileReader open() throws IOException;
    }

    static FuzzedFile of(String name, byte[] content) throws IOException {
        return read(() -> StatementFileReader.open(name, new ByteArrayInputStream(content), SETTINGS, NOW));
    }

    static FuzzedFile read(Opening opening) throws IOException {
        List<Line> lines = new ArrayList<>();
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();
        try (StatementFileReader reader = opening.open()) {
            reader.writeRejectHeading(rejects);
            for (Line line = reader.next(); line != null; line = reader.next()) {
                assertThat(line.number())
                        .isGreaterThan(lines.isEmpty() ? 0 : lastOf(lines).number());
                check(line);
                lines.add(line);
                if (line instanceof InvalidLine bad) {
                    reader.writeReject(bad, rejects);
                }
            }
            assertThat(reader.notes()).doesNotContainNull();
            assertThat(reader.ignoredColumns()).doesNotContainNull();
        } catch (UnusableFileException e) {
            assertThat(e.problem().file()).isNotBlank();
            assertThat(e.problem().remedy()).isNotBlank();
        }
        return new FuzzedFile(lines, rejects.toByteArray());
    }

    private static void check(Line line) {
        if (line instanceof StatementLine good) {
            assertThat(StatementRules.check(good.statement(), NumericRefs.REFUSED))
                    .isNull();
            return;
        }
        List<Problem> problems = ((InvalidLine) line).problems();
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(line.number());
            assertThat(problem.problem()).isNotBlank();
            assertThat(problem.remedy()).isNotBlank();
            assertThat(problem.value())
                    .satisfiesAnyOf(
                            value -> assertThat(value).isNull(),
                            value -> assertThat(value).matches(FuzzedFile::isNoNumber));
        });
    }

    private static boolean isNoNumber(String value) {
        return !IdentityNumber.isBare(CanonicalForm.of(value.replaceAll("\\p{Cntrl}", "")));
    }

    /** All lines, or those before the point at which the file became unreadable. */
    List<Line> lines() {
        return lines;
    }

    List<Statement> statements() {
        return lines.stream()
                .filter(StatementLine.class::isInstance)
                .map(line -> ((StatementLine) line).statement())
                .toList();
    }

    /** Checks that rejected lines, read again, are all rejected and yield no statement. */
    void checkRejects(String name, String before) throws IOException {
        FuzzedFile again = rejectsAgain(name, before);
        assertThat(again.refused()).isEqualTo(refused());
        assertThat(again.statements()).hasSize(before.isEmpty() || refused() == 0 ? 0 : 1);
    }

    /** Reads the written rejects again. */
    FuzzedFile rejectsAgain(String name) throws IOException {
        return rejectsAgain(name, "");
    }

    private FuzzedFile rejectsAgain(String name, String before) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        if (refused() > 0) {
            file.writeBytes(before.getBytes(StandardCharsets.UTF_8));
            file.writeBytes(rejects);
        }
        return of(name, file.toByteArray());
    }

    /** Checks that valid lines yield the same statements after they are written and read again. */
    void checkWritten(String name, String heading, Function<Statement, String> line) throws IOException {
        List<Statement> taken = statements();
        String written = taken.stream().map(line).collect(Collectors.joining("\n", heading, "\n"));
        assertThat(of(name, written.getBytes(StandardCharsets.UTF_8)).statements())
                .isEqualTo(taken);
    }

    long refused() {
        return lines.stream().filter(InvalidLine.class::isInstance).count();
    }

    static Line lastOf(List<Line> lines) {
        return lines.get(lines.size() - 1);
    }
}
