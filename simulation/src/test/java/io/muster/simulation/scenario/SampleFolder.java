package io.muster.simulation.scenario;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The committed files of one sample, read without any help of the generator. */
final class SampleFolder {

    static final Path SAMPLES = Path.of("..", "samples");

    private final Path folder;

    SampleFolder(String campaignId) {
        this.folder = SAMPLES.resolve(campaignId);
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    List<NamedCsvRecord> rows(String file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path(file))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statements of the files, one after the other. */
    List<Statement> statements(String... files) {
        List<Statement> statements = new ArrayList<>();
        for (String file : files) {
            rows(file).forEach(row -> statements.add(statement(row)));
        }
        return statements;
    }

    private static Statement statement(NamedCsvRecord row) {
        return new Statement(
                UUID.fromString(row.getField("eventId")),
                row.getField("campaignId"),
                row.getField("participantRef"),
                Long.parseLong(row.getField("version")),
                Status.valueOf(row.getField("status")),
                row.getField("areaId"),
                LocalDate.parse(row.getField("enrolledOn")),
                Instant.parse(row.getField("enrolledAt")),
                Instant.parse(row.getField("recordedAt")),
                row.getField("source"),
                new Segments(
                        Gender.valueOf(row.getField("gender")),
                        row.getField("ageBand"),
                        row.getField("occupation"),
                        row.getField("incomeBand")));
    }
}
