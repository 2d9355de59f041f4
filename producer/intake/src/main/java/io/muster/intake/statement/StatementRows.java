package io.muster.intake.statement;

import io.muster.intake.row.CsvRows;
import io.muster.intake.row.Heading;
import io.muster.intake.row.Naming;
import io.muster.intake.row.Rows;
import io.muster.intake.row.XlsxRows;
import io.muster.intake.text.FileStart;
import io.muster.intake.text.PositionedStream;
import io.muster.intake.text.Problem;
import io.muster.intake.text.TextEncoding;
import io.muster.intake.text.UnusableFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens a statement file by its format: CSV, NDJSON, or a sheet of a workbook. */
final class StatementRows {

    private final ReadingSettings settings;
    private final Mapping mapping;

    /** @throws UnusableFileException if the mapping cannot be used */
    StatementRows(ReadingSettings settings) throws IOException {
        this.settings = settings;
        Mapping builtIn = Mapping.builtIn();
        this.mapping = settings.mapping().isEmpty()
                ? builtIn
                : builtIn.with(MappingLines.read(settings.mapping().get()));
    }

    Rows open(Path file, PositionedStream in) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(in);
        FileStart start = FileStart.of(stream);
        start.refuseUnreadable(file.toString());
        if (start.isZip()) {
            in.close();
            return checked(XlsxRows.open(file, settings.sheet(), mapping));
        }
        return text(file.toString(), stream, start);
    }

    Rows open(String name, InputStream in) throws IOException {
        BufferedInputStream stream = new BufferedInputStream(in);
        FileStart start = FileStart.of(stream);
        start.refuseUnreadable(name);
        if (start.isZip()) {
            throw new UnusableFileException(Problem.ofFile(
                    name, "is a workbook or a zip archive, which is read from its end", "give the file by its name"));
        }
        return text(name, stream, start);
    }

    /** Opens the file a second time. */
    Rows reopen(Path file) throws IOException {
        PositionedStream in = new PositionedStream(Files.newInputStream(file));
        try {
            return open(file, in);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private Rows text(String name, BufferedInputStream in, FileStart start) throws IOException {
        TextEncoding shown = start.encoding();
        TextEncoding encoding = settings.text().encoding().orElse(shown);
        StatementFormat format = settings.text().format().orElse(StatementFormat.byName(name));
        if (format == null) {
            format = start.looksLikeJson() ? StatementFormat.NDJSON : StatementFormat.CSV;
        }
        if (format == StatementFormat.CSV) {
            return checked(CsvRows.openBelowTitles(name, in, encoding, mapping));
        }
        if (settings.mapping().isPresent()) {
            throw new UnusableFileException(Problem.ofFile(
                    name, "is NDJSON, whose fields have their own names", "leave out --mapping, or send CSV or .xlsx"));
        }
        return new NdjsonRows(name, in, encoding == null ? TextEncoding.UTF_8 : encoding);
    }

    private static <R extends Rows> R checked(R rows) throws IOException {
        Heading heading = rows.heading();
        if (heading != null) {
            try {
                heading.require(required(heading), field -> !field.equals(Naming.IGNORED));
            } catch (UnusableFileException e) {
                rows.close();
                throw e;
            }
        }
        return rows;
    }

    private static List<String> required(Heading heading) {
        return StatementFieldNames.REQUIRED.stream()
                .filter(required -> heading.fields().stream()
                        .noneMatch(field -> StatementFieldNames.isAlternative(field, required)))
                .toList();
    }
}
