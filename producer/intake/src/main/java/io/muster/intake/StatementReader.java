package io.muster.intake;

import io.muster.domain.statement.Statement;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of statements line by line, in bounded memory. Fields are named as in {@code EnrollmentEvent}; a file may leave out
 * {@code eventId}, {@code version}, {@code enrolledAt} and the segments.
 */
public final class StatementReader implements Closeable {

    private final Rows rows;
    private final StatementFields statements;

    private final Instant now;

    private StatementReader(Rows rows, Instant now) {
        this.rows = rows;
        this.statements = new StatementFields(Optional.empty());
        this.now = now;
    }

    /**
     * @param format null: by the name of the file, or else by what stands in it
     * @param now what was recorded more than a day after it is refused
     * @throws UnusableFileException if nothing in the file can be read: it is empty, or a column is missing
     * @throws IOException if there is no such file, or reading it fails
     */
    public static StatementReader open(Path file, @Nullable StatementFormat format, Instant now) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return open(file.toString(), in, format, now);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Like {@link #open(Path, StatementFormat, Instant)} for a stream, which is closed with the reader.
     *
     * @param name how messages name the stream
     */
    public static StatementReader open(String name, InputStream in, @Nullable StatementFormat format, Instant now)
            throws IOException {
        BufferedInputStream stream = FileStart.checked(name, in);
        return new StatementReader(rows(name, stream, format), now);
    }

    private static Rows rows(String name, BufferedInputStream in, @Nullable StatementFormat given) throws IOException {
        StatementFormat format = given == null ? StatementFormat.byName(name) : given;
        if (format == null) {
            format = FileStart.of(in).looksLikeJson() ? StatementFormat.NDJSON : StatementFormat.CSV;
        }
        if (format == StatementFormat.NDJSON) {
            return new NdjsonRows(name, in);
        }
        CsvRows rows = CsvRows.open(name, in).reading(StatementFields::isKnown);
        rows.heading().require(StatementFields.REQUIRED, StatementFields::isKnown);
        return rows;
    }

    /**
     * The next line that is not blank, or null at the end.
     *
     * @throws UnusableFileException if the file cannot be read any further
     */
    public @Nullable Line next() throws IOException {
        Row row = rows.next();
        if (row == null) {
            return null;
        }
        Fields fields = row.fields();
        Statement statement = statements.read(fields, now);
        return statement == null
                ? new BadLine(fields.line(), fields.problems(), row.original())
                : new StatementLine(fields.line(), statement);
    }

    /** The columns or fields that are not read because no one knows them; of NDJSON, those seen so far. */
    public Set<String> ignoredColumns() {
        return rows.ignored();
    }

    /** Writes what stands above refused lines: of CSV the headings, with a column for the reason before them. */
    public void writeRejectHeading(OutputStream out) throws IOException {
        rows.rejectFormat().writeHeading(out);
    }

    /** Writes a refused line as it came; in CSV the reason stands before it. */
    public void writeReject(BadLine line, OutputStream out) throws IOException {
        rows.rejectFormat().write(line, out);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
