package io.muster.intake.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.CanonicalForm;
import io.muster.domain.participant.IdentityNumber;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.reference.Area;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.StatementRules;
import io.muster.intake.problem.Problem;
import io.muster.intake.problem.UnusableFileException;
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
 * What a file of statements reads as, whatever its bytes are. Reading it checks what holds of any file: each line is told once and in its
 * order, what is taken is right, and what is refused says why and shows no identity number.
 */
final class FuzzedFile {

    static final ReadingSettings SETTINGS = new SettingsBuilder()
            .in(ZoneId.of("Asia/Ho_Chi_Minh"))
            .knowing(List.of(
                    new Area("bac-giang", null, "province", "province", Map.of("vi", "Bắc Giang"), null, null),
                    new Area("yen-dung", "bac-giang", "district", "district", Map.of("vi", "Yên Dũng"), null, null),
                    new Area("nham-bien", "yen-dung", "commune", "town", Map.of("vi", "Nham Biền"), null, null)))
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
        StatementReader open() throws IOException;
    }

    static FuzzedFile of(String name, byte[] content) throws IOException {
        return read(() -> StatementReader.open(name, new ByteArrayInputStream(content), SETTINGS, NOW));
    }

    static FuzzedFile read(Opening opening) throws IOException {
        List<Line> lines = new ArrayList<>();
        ByteArrayOutputStream rejects = new ByteArrayOutputStream();
        try (StatementReader reader = opening.open()) {
            reader.writeRejectHeading(rejects);
            for (Line line = reader.next(); line != null; line = reader.next()) {
                assertThat(line.number())
                        .isGreaterThan(lines.isEmpty() ? 0 : lastOf(lines).number());
                check(line);
                lines.add(line);
                if (line instanceof BadLine bad) {
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
        List<Problem> problems = ((BadLine) line).problems();
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

    /** Until the end, or until the file could not be read any further. */
    List<Line> lines() {
        return lines;
    }

    List<Statement> statements() {
        return lines.stream()
                .filter(StatementLine.class::isInstance)
                .map(line -> ((StatementLine) line).statement())
                .toList();
    }

    /** Refused lines are refused again, each of them, and nothing else comes of them. */
    void checkRejects(String name, String before) throws IOException {
        FuzzedFile again = rejectsAgain(name, before);
        assertThat(again.refused()).isEqualTo(refused());
        assertThat(again.statements()).hasSize(before.isEmpty() || refused() == 0 ? 0 : 1);
    }

    /** What the refused lines read as, where they are sent as they were handed back. */
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

    /** What was taken reads the same when it is written again. */
    void checkWritten(String name, String heading, Function<Statement, String> line) throws IOException {
        List<Statement> taken = statements();
        String written = taken.stream().map(line).collect(Collectors.joining("\n", heading, "\n"));
        assertThat(of(name, written.getBytes(StandardCharsets.UTF_8)).statements())
                .isEqualTo(taken);
    }

    long refused() {
        return lines.stream().filter(BadLine.class::isInstance).count();
    }

    static Line lastOf(List<Line> lines) {
        return lines.get(lines.size() - 1);
    }
}
