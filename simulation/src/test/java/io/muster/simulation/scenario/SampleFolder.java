package io.muster.simulation.scenario;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.muster.domain.fixture.StatementRow;
import io.muster.domain.statement.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the committed files of one sample, without the generator. */
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

    /** The statements of the files, in order. */
    List<Statement> statements(String... files) {
        List<Statement> statements = new ArrayList<>();
        for (String file : files) {
            rows(file).forEach(row -> statements.add(StatementRow.statement(row::getField)));
        }
        return statements;
    }
}
