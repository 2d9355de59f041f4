package io.muster.intake.row;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.muster.domain.SpreadsheetText;
import io.muster.intake.text.Problem;
import io.muster.intake.text.RawLines;
import io.muster.intake.text.RawLines.RawLine;
import io.muster.intake.text.RawText;
import io.muster.intake.text.Text;
import io.muster.intake.text.TextEncoding;
import io.muster.intake.text.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a CSV file. Each record is cut out of the file first and then parsed on its own, so that a
 * malformed record is kept in its original form and does not affect others.
 */
public final class CsvRows implements Rows {

    /** A quoted value with more lines than this is treated as unclosed. */
    private static final int MAX_LINES_PER_RECORD = 20;

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final String file;
    private final InputStream in;
    private final RawLines lines;
    private final char separator;
    private final CsvReaderBuilder parser;
    private final CsvReaderBuilder lenientParser;
    private final RawLine headingLine;
    private final Heading heading;

    private CsvRows(String file, InputStream in, RawLines lines, RawLine headingLine, Naming naming) {
        this.file = file;
        this.in = in;
        this.lines = lines;
        this.headingLine = headingLine;
        try {
            String text = headingLine.text().decode();
            this.separator = separatorOf(text);
            this.parser = parser(separator);
            this.lenientParser = parser(separator).allowUnclosedQuote(true);
            List<String> columns = parser.ofSingleCsvRecord(text).getFields().stream()
                    .map(SpreadsheetText::unescape)
                    .map(Text::clean)
                    .toList();
            this.heading = new Heading(file, headingLine.number(), columns, naming, false);
        } catch (CharacterCodingException e) {
            throw unusable(notInItsEncoding(headingLine));
        } catch (CsvParseException e) {
            throw unusable(Problem.ofLine(
                    file, headingLine.number(), "does not name columns", "check the quotes in the first line"));
        }
    }

    /**
     * Opens a file and reads its heading line.
     *
     * @param encoding null to detect it
     * @throws UnusableFileException if there is no heading line
     */
    public static CsvRows open(String file, InputStream in, @Nullable TextEncoding encoding, Naming naming)
            throws IOException {
        RawLines lines = new RawLines(file, in, encoding);
        return new CsvRows(file, in, lines, firstOf(file, lines), naming);
    }

    /**
     * Like {@link #open}, but skips title rows above the heading. If no row has known columns, the first line is the
     * heading.
     */
    public static CsvRows openBelowTitles(String file, InputStream in, @Nullable TextEncoding encoding, Naming naming)
            throws IOException {
        RawLines lines = new RawLines(file, in, encoding);
        RawLine first = firstOf(file, lines);
        List<RawLine> read = new ArrayList<>();
        for (RawLine line = first; line != null; line = read.size() < Heading.MAX_TITLE_ROWS ? lines.next() : null) {
            try {
                RawLine heading = new RawLine(line.number(), line.text().withByteOrderMarkOf(first.text()));
                CsvRows rows = new CsvRows(file, in, lines, heading, naming);
                if (rows.heading.isRecognised()) {
                    return rows;
                }
            } catch (UnusableFileException e) {
                // a title row with a line break, or a file without known columns
            }
            read.add(line);
        }
        lines.putBack(read.subList(1, read.size()));
        return new CsvRows(file, in, lines, first, naming);
    }

    private static RawLine firstOf(String file, RawLines lines) throws IOException {
        for (RawLine line = lines.next(); line != null; line = lines.next()) {
            if (!line.text().toString().isBlank()) {
                return line;
            }
        }
        throw unusable(Problem.ofFile(file, "is empty", "the first line must name the columns; export the file again"));
    }

    @Override
    public Heading heading() {
        return heading;
    }

    @Override
    public List<String> notes() {
        TextEncoding encoding = lines.encoding();
        return encoding == TextEncoding.UTF_8
                ? List.of()
                : List.of("read as " + encoding + "; if letters look wrong, give the encoding with --encoding");
    }

    @Override
    public RejectFormat rejectFormat() {
        return new CsvRejects(headingLine.text(), separator);
    }

    @Override
    public @Nullable InputRow next() throws IOException {
        for (RawLine line = lines.next(); line != null; line = lines.next()) {
            InputRow row = read(line);
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    /** The row, or null if it is blank. */
    private @Nullable InputRow read(RawLine line) throws IOException {
        String text;
        try {
            text = line.text().decode();
        } catch (CharacterCodingException e) {
            Problem problem = notInItsEncoding(line);
            return broken(line, problem.problem(), problem.remedy());
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

    /** Reads a record with quoted values that span several lines. */
    private @Nullable InputRow readOver(RawLine first) throws IOException {
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

    private @Nullable InputRow row(long number, RawText original, List<String> cells) {
        List<String> values = cells.stream().map(SpreadsheetText::unescape).toList();
        int columns = heading.columns().size();
        if (values.stream().allMatch(String::isBlank)) {
            return null;
        }
        if (values.size() != columns) {
            return new InputRow(
                    Fields.broken(
                            file,
                            number,
                            "has " + values.size() + " values where the headings name " + columns,
                            "put values that contain '" + separator + "' in quotes"),
                    () -> original);
        }
        return new InputRow(new Fields(file, number, heading.valuesIn(values)), () -> original);
    }

    private InputRow broken(RawLine line, String problem, String remedy) {
        return new InputRow(Fields.broken(file, line.number(), problem, remedy), line::text);
    }

    private Problem notInItsEncoding(RawLine line) {
        TextEncoding encoding = line.text().encoding();
        return Problem.ofLine(
                file,
                line.number(),
                "is not in " + (encoding == TextEncoding.UTF_8 ? "UTF-8" : encoding),
                "save the file as \"CSV UTF-8\", or give its encoding with --encoding");
    }

    private static UnusableFileException unusable(Problem problem) {
        return new UnusableFileException(problem);
    }

    private boolean isUnclosed(String text) {
        try {
            lenientParser.ofSingleCsvRecord(text);
            return true;
        } catch (CsvParseException e) {
            return false;
        }
    }

    /** Accepts any number of values; the caller checks it with a better message. */
    private static CsvReaderBuilder parser(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    private static char separatorOf(String text) {
        char best = SEPARATORS.get(0);
        for (char separator : SEPARATORS) {
            if (count(text, separator) > count(text, best)) {
                best = separator;
            }
        }
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(other -> other == c).count();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
