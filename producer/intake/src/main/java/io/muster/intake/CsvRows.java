package io.muster.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.muster.intake.RawLines.RawLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a CSV file. Each record is cut out of the file first and then parsed on its own, so that a record that cannot be
 * parsed is known in its original form and costs no other one.
 */
final class CsvRows implements Rows {

    /** A quoted value that goes over more lines than this was never closed. */
    private static final int MAX_LINES_PER_RECORD = 20;

    private final String file;
    private final InputStream in;
    private final RawLines lines;
    private final CsvReaderBuilder parser;
    private final CsvReaderBuilder lenientParser;
    private final CsvHeading heading;
    private Predicate<String> known = column -> true;

    private CsvRows(String file, InputStream in, RawLines lines, CsvHeading heading) {
        this.file = file;
        this.in = in;
        this.lines = lines;
        this.heading = heading;
        this.parser = parser(heading.separator());
        this.lenientParser = parser(heading.separator()).allowUnclosedQuote(true);
    }

    /**
     * Reads the line of headings.
     *
     * @throws UnusableFileException if there is none
     */
    static CsvRows open(String file, InputStream in) throws IOException {
        RawLines lines = new RawLines(file, in);
        for (RawLine line = lines.next(); line != null; line = lines.next()) {
            if (!line.text().toString().isBlank()) {
                return new CsvRows(file, in, lines, CsvHeading.of(file, line));
            }
        }
        throw new UnusableFileException(
                Problem.ofFile(file, "is empty", "the first line must name the columns; export the file again"));
    }

    CsvHeading heading() {
        return heading;
    }

    /** Says which columns somebody reads. */
    CsvRows reading(Predicate<String> columns) {
        this.known = columns;
        return this;
    }

    @Override
    public Set<String> ignored() {
        return heading.without(known);
    }

    @Override
    public RejectFormat rejectFormat() {
        return heading;
    }

    @Override
    public @Nullable Row next() throws IOException {
        for (RawLine line = lines.next(); line != null; line = lines.next()) {
            Row row = read(line);
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    /** The row, or null if it is blank. */
    private @Nullable Row read(RawLine line) throws IOException {
        String text;
        try {
            text = line.text().decode();
        } catch (CharacterCodingException e) {
            return broken(line, "is not in UTF-8", "save the file as \"CSV UTF-8\"");
        }
        if (text.isBlank()) {
            return null;
        }
        try {
            return row(
                    line.number(), line.text(), parser.ofSingleCsvRecord(text).getFields());
        } catch (CsvParseException e) {
            return isUnclosed(text)
                    ? readOver(line)
                    : broken(
                            line,
                            "has text right after a closing quote",
                            "write \"\" for a quote inside a quoted value");
        }
    }

    /** Reads a record whose quoted values go over several lines. */
    private @Nullable Row readOver(RawLine first) throws IOException {
        List<RawLine> more = new ArrayList<>();
        RawText whole = first.text();
        for (RawLine line = lines.next(); line != null; line = lines.next()) {
            more.add(line);
            whole = whole.plus(line.text());
            List<String> values = valuesOf(whole);
            if (values != null) {
                return row(first.number(), whole, values);
            }
            if (more.size() >= MAX_LINES_PER_RECORD
                    || whole.length() > RawLines.MAX_LENGTH
                    || !isUnclosed(whole.toString())) {
                break;
            }
        }
        lines.putBack(more);
        return broken(
                first, "has a quote that is never closed", "close it, or write \"\" for a quote inside a quoted value");
    }

    private @Nullable List<String> valuesOf(RawText text) {
        try {
            return parser.ofSingleCsvRecord(text.decode()).getFields();
        } catch (CsvParseException | CharacterCodingException e) {
            return null;
        }
    }

    private @Nullable Row row(long number, RawText original, List<String> values) {
        int columns = heading.columns().size();
        if (values.stream().allMatch(String::isBlank)) {
            return null;
        }
        if (values.size() != columns) {
            return new Row(
                    Fields.broken(
                            file,
                            number,
                            "has " + values.size() + " values where the headings name " + columns,
                            "put values that contain '" + heading.separator() + "' in quotes"),
                    original);
        }
        return new Row(new Fields(file, number, heading.valuesIn(values)), original);
    }

    private Row broken(RawLine line, String problem, String remedy) {
        return new Row(Fields.broken(file, line.number(), problem, remedy), line.text());
    }

    private boolean isUnclosed(String text) {
        try {
            lenientParser.ofSingleCsvRecord(text);
            return true;
        } catch (CsvParseException e) {
            return false;
        }
    }

    /** What a record is made of; how many values it must have is judged here, with a better message. */
    static CsvReaderBuilder parser(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
