package io.muster.intake.statement;

import io.muster.domain.statement.Statement;
import io.muster.intake.date.DateOrders;
import io.muster.intake.date.Dates;
import io.muster.intake.row.Fields;
import io.muster.intake.row.Heading;
import io.muster.intake.row.InputRow;
import io.muster.intake.row.Rows;
import io.muster.intake.row.XlsxRows;
import io.muster.intake.text.PositionedStream;
import io.muster.intake.text.UnusableFileException;
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
 * Reads a file of statements line by line, in bounded memory: CSV, NDJSON, or a sheet of a workbook. Fields have the
 * names of {@code EnrollmentEvent}; CSV files and sheets may also use the headings of offices. The fields {@code
 * eventId}, {@code version}, {@code enrolledAt} and the segments are optional.
 */
public final class StatementFileReader implements Closeable {

    private final Rows rows;
    private final StatementParser parser;
    private final DateOrders.Lazy dateOrders;
    private final Instant now;
    private final WarningSummary warnings = new WarningSummary();
    private final @Nullable PositionedStream stream;
    private final long size;

    private StatementFileReader(
            Rows rows,
            ReadingSettings settings,
            DateOrders.Lazy dateOrders,
            Instant now,
            @Nullable PositionedStream stream,
            long size) {
        Heading heading = rows.heading();
        Dates dates =
                heading == null ? Dates.ISO : Dates.written(settings.dates().zone(), dateOrders);
        this.rows = rows;
        this.parser = new StatementParser(
                settings.participants(),
                dates,
                new AreaFinder(
                        heading == null ? List.of() : heading.fields(),
                        settings.definitions().areas()),
                new CampaignDays(settings.definitions().campaigns()));
        this.dateOrders = dateOrders;
        this.now = now;
        this.stream = stream;
        this.size = size;
    }

    /**
     * Opens a file.
     *
     * @param now statements recorded more than a day after it are refused
     * @throws UnusableFileException if nothing in the file can be read, because it is empty or a column is missing
     * @throws IOException if the file does not exist, or reading it fails
     */
    public static StatementFileReader open(Path file, ReadingSettings settings, Instant now) throws IOException {
        StatementRows files = new StatementRows(settings);
        DateOrders.Lazy orders = new DateOrders.Lazy(
                () -> settings.dates().order().map(DateOrders::given).orElseGet(() -> shownBy(files, file)));
        PositionedStream in = new PositionedStream(Files.newInputStream(file));
        try {
            return new StatementFileReader(files.open(file, in), settings, orders, now, in, Files.size(file));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Like {@link #open(Path, ReadingSettings, Instant)}, for a text stream, which is closed with the reader.
     *
     * @param name name of the stream in messages
     */
    public static StatementFileReader open(String name, InputStream in, ReadingSettings settings, Instant now)
            throws IOException {
        DateOrders.Lazy orders = new DateOrders.Lazy(
                () -> settings.dates().order().map(DateOrders::given).orElseGet(DateOrders::unknown));
        return new StatementFileReader(new StatementRows(settings).open(name, in), settings, orders, now, null, 0);
    }

    private static DateOrders shownBy(StatementRows files, Path file) {
        try (Rows all = files.reopen(file)) {
            return DateEvidence.of(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The next non-blank line, or null at the end.
     *
     * @throws UnusableFileException if the file cannot be read any further
     */
    public @Nullable Line next() throws IOException {
        InputRow row = rows.next();
        if (row == null) {
            return null;
        }
        Fields fields = row.fields();
        Statement statement;
        try {
            statement = parser.parse(fields, now);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (statement == null) {
            return new InvalidLine(
                    fields.line(), fields.problems(), row.original().get());
        }
        warnings.add(fields.warnings());
        return new StatementLine(fields.line(), statement);
    }

    /** Unknown columns or fields, which are not read; for NDJSON, those seen so far. */
    public Set<String> ignoredColumns() {
        return rows.ignored();
    }

    /** Assumptions made so far, for the sender of the file to check: encoding, sheet, date order, unusual values. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(rows.notes());
        if (dateOrders.hasAssumed()) {
            notes.add(
                    "dates are read day first, as nothing in the file shows their order; if they are month first, give"
                            + " --date-order month-first");
        }
        notes.addAll(warnings.notes());
        return notes;
    }

    /** Progress from 0 to 1; empty for streams and workbooks. */
    public OptionalDouble share() {
        return stream == null || size == 0 || rows instanceof XlsxRows
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, (double) stream.position() / size));
    }

    /** Writes the heading of a file with rejected lines: for CSV and sheets, the columns with a reason column first. */
    public void writeRejectHeading(OutputStream out) throws IOException {
        rows.rejectFormat().writeHeading(out);
    }

    /** Writes a rejected line unchanged, or a sheet row as CSV. The reason comes first, except in NDJSON. */
    public void writeReject(InvalidLine line, OutputStream out) throws IOException {
        rows.rejectFormat().write(line.original(), line.reason(), out);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
