package io.muster.intake.statement;

import io.muster.domain.statement.Statement;
import io.muster.intake.date.DateOrders;
import io.muster.intake.date.Dates;
import io.muster.intake.problem.UnusableFileException;
import io.muster.intake.row.Fields;
import io.muster.intake.row.Heading;
import io.muster.intake.row.Row;
import io.muster.intake.row.Rows;
import io.muster.intake.row.XlsxRows;
import io.muster.intake.text.PositionedStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of statements line by line, in bounded memory: CSV, NDJSON, or a sheet of a workbook. Fields are named as in {@code
 * EnrollmentEvent}, in CSV and sheets also as offices call them; a file may leave out {@code eventId}, {@code version}, {@code enrolledAt}
 * and the segments.
 */
public final class StatementReader implements Closeable {

    private final Rows rows;
    private final StatementFields statements;
    private final DateOrders.Lazy dateOrders;
    private final Instant now;
    private final Oddities oddities = new Oddities();
    private final @Nullable PositionedStream stream;
    private final long size;

    private StatementReader(
            Rows rows,
            ReadingSettings settings,
            DateOrders.Lazy dateOrders,
            Instant now,
            @Nullable PositionedStream stream,
            long size) {
        Heading heading = rows.heading();
        Dates dates = heading == null ? Dates.ISO : Dates.written(settings.zone(), dateOrders);
        this.rows = rows;
        this.statements = new StatementFields(
                settings.participantKey(),
                settings.numericRefs(),
                dates,
                new AreaFinder(heading == null ? List.of() : heading.fields(), settings.areas()),
                new CampaignDays(settings.campaigns()));
        this.dateOrders = dateOrders;
        this.now = now;
        this.stream = stream;
        this.size = size;
    }

    /**
     * @param now what was recorded more than a day after it is refused
     * @throws UnusableFileException if nothing in the file can be read: it is empty, or a column is missing
     * @throws IOException if there is no such file, or reading it fails
     */
    public static StatementReader open(Path file, ReadingSettings settings, Instant now) throws IOException {
        StatementRows files = new StatementRows(settings);
        DateOrders.Lazy orders = new DateOrders.Lazy(
                () -> settings.dateOrder().map(DateOrders::given).orElseGet(() -> shownBy(files, file)));
        PositionedStream in = new PositionedStream(Files.newInputStream(file));
        try {
            return new StatementReader(files.open(file, in), settings, orders, now, in, Files.size(file));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Like {@link #open(Path, ReadingSettings, Instant)} for a stream of text, which is closed with the reader.
     *
     * @param name how messages name the stream
     */
    public static StatementReader open(String name, InputStream in, ReadingSettings settings, Instant now)
            throws IOException {
        DateOrders.Lazy orders = new DateOrders.Lazy(
                () -> settings.dateOrder().map(DateOrders::given).orElseGet(DateOrders::unknown));
        return new StatementReader(new StatementRows(settings).open(name, in), settings, orders, now, null, 0);
    }

    private static DateOrders shownBy(StatementRows files, Path file) {
        try (Rows all = files.again(file)) {
            return DateEvidence.of(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        Statement statement;
        try {
            statement = statements.read(fields, now);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (statement == null) {
            return new BadLine(fields.line(), fields.problems(), row.original().get());
        }
        oddities.add(fields.warnings());
        return new StatementLine(fields.line(), statement);
    }

    /** The columns or fields that are not read because no one knows them; of NDJSON, those seen so far. */
    public Set<String> ignoredColumns() {
        return rows.ignored();
    }

    /** What was taken for granted so far, for whoever sent the file to look at: an encoding, a sheet, the order of dates, odd values. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(rows.notes());
        if (dateOrders.hasAssumed()) {
            notes.add("dates are read day first, as nothing in the file shows their order; if they are month first, say"
                    + " --date-order month-first");
        }
        notes.addAll(oddities.notes());
        return notes;
    }

    /** How much of the file is read, from 0 to 1; empty where that cannot be told: of streams and of workbooks. */
    public OptionalDouble share() {
        return stream == null || size == 0 || rows instanceof XlsxRows
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, (double) stream.position() / size));
    }

    /** Writes what stands above refused lines: of CSV and sheets the headings, with a column for the reason before them. */
    public void writeRejectHeading(OutputStream out) throws IOException {
        rows.rejectFormat().writeHeading(out);
    }

    /** Writes a refused line as it came, a row of a sheet as CSV; but in NDJSON, the reason stands before it. */
    public void writeReject(BadLine line, OutputStream out) throws IOException {
        rows.rejectFormat().write(line.original(), line.reason(), out);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
