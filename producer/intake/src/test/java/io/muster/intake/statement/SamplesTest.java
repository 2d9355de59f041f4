package io.muster.intake.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.intake.reference.ReferenceFiles;
import io.muster.intake.reference.ReferenceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample drives of this repository are valid. */
final class SamplesTest {

    private static final Path SAMPLES = Path.of("../../samples");

    @ParameterizedTest
    @ValueSource(strings = {"bac-giang-2023", "bac-giang-2024"})
    void shouldReadTheDefinitionsWithoutAWarning(String scenario) {
        ReferenceFiles files = ReferenceReader.read(List.of(SAMPLES.resolve(scenario)));

        assertThat(files.problems()).isEmpty();
        assertThat(files.warnings()).isEmpty();
        assertThat(files.campaigns()).hasSize(1);
        assertThat(files.areas()).hasSizeGreaterThan(200);
        assertThat(files.targets()).hasSizeGreaterThanOrEqualTo(11);
        assertThat(files.statementFiles()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bac-giang-2023/enrollments.csv",
                "bac-giang-2023/enrollments-to-the-end.csv",
                "bac-giang-2024/enrollments.csv",
                "bac-giang-2024/enrollments-to-the-end.csv"
            })
    void shouldReadEveryStatement(String file) throws IOException {
        try (StatementFileReader reader = StatementFileReader.open(
                SAMPLES.resolve(file), ReadingSettings.DEFAULTS, Instant.parse("2024-07-01T00:00:00Z"))) {
            assertThat(StatementFiles.lines(reader)).hasSizeGreaterThan(500).hasOnlyElementsOfType(StatementLine.class);
            assertThat(reader.ignoredColumns()).isEmpty();
        }
    }
}
