package io.muster.intake.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.domain.participant.ParticipantKey;
import io.muster.domain.reference.Area;
import io.muster.intake.reference.ReferenceReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OfficeSamplesTest {

    private static final Path OFFICE = Path.of("../../samples/office");

    @TempDir
    private Path directory;

    @Test
    void shouldMatchTheCommittedSamples() throws IOException {
        OfficeSamples.write(directory);

        assertThat(directory.resolve(OfficeSamples.CSV)).hasSameBinaryContentAs(OFFICE.resolve(OfficeSamples.CSV));
        assertThat(reasonsAndStatements(directory.resolve(OfficeSamples.WORKBOOK)))
                .isEqualTo(reasonsAndStatements(OFFICE.resolve(OfficeSamples.WORKBOOK)));
    }

    @Test
    void shouldHaveTwoInvalidRowsInTheWorkbookAndNoneInTheCsv() throws IOException {
        assertThat(read(OFFICE.resolve(OfficeSamples.WORKBOOK)))
                .hasSize(12)
                .filteredOn(InvalidLine.class::isInstance)
                .extracting(Line::number)
                .containsExactly(9L, 12L);
        assertThat(read(OFFICE.resolve(OfficeSamples.CSV))).hasSize(12).hasOnlyElementsOfType(StatementLine.class);
    }

    private static List<String> reasonsAndStatements(Path file) throws IOException {
        return read(file).stream()
                .map(line -> line instanceof InvalidLine bad ? bad.reason() : line.toString())
                .toList();
    }

    private static List<Line> read(Path file) throws IOException {
        List<Area> areas = ReferenceReader.read(List.of(Path.of("../../samples/bac-giang-2023/areas.csv")))
                .areas();
        ReadingSettings settings = new SettingsBuilder()
                .in(ZoneId.of("Asia/Ho_Chi_Minh"))
                .knowing(areas)
                .under(ParticipantKey.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)))
                .build();
        return StatementFiles.lines(StatementFileReader.open(file, settings, Instant.parse("2023-06-01T00:00:00Z")));
    }
}
