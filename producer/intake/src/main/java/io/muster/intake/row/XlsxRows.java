package io.muster.intake.row;

import io.muster.domain.reference.FoldedName;
import io.muster.intake.text.Problem;
import io.muster.intake.text.RawText;
import io.muster.intake.text.Text;
import io.muster.intake.text.TextEncoding;
import io.muster.intake.text.UnusableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one sheet of a workbook, one at a time. Keeps the shared strings that were used so far in memory.
 */
public final class XlsxRows implements Rows {

    private static final char SEPARATOR = ',';

    private final String file;
    private final ReadableWorkbook workbook;
    private final Sheet sheet;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final Heading heading;
    private final HiddenRows hidden = new HiddenRows();
    private long number;
    private boolean isHidden;

    private XlsxRows(Path path, ReadableWorkbook workbook, Sheet sheet, Naming naming) throws IOException {
        this.file = path.toString();
        this.workbook = workbook;
        this.sheet = sheet;
        this.stream = rowsOf(sheet);
        this.rows = stream.iterator();
        this.heading = findHeading(naming);
    }

    /**
     * Opens a sheet and reads up to its heading row. Title rows above it are skipped.
     *
     * @param sheetName by default the first visible sheet
     * @throws UnusableFileException if the file is not a workbook, has no such sheet, or the sheet is empty
     */
    public static XlsxRows open(Path path, Optional<String> sheetName, Naming naming) throws IOException {
        ReadableWorkbook workbook = workbook(path);
        try {
            return new XlsxRows(path, workbook, sheet(path, workbook, sheetName), naming);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private static ReadableWorkbook workbook(Path path) {
        try {
            return new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true));
        } catch (RuntimeException | IOException e) {
            throw damaged(path.toString(), e);
        }
    }

    private Stream<org.dhatim.fastexcel.reader.Row> rowsOf(Sheet read) {
        try {
            return read.openStream();
        } catch (RuntimeException | IOException e) {
            throw damaged(file, e);
        }
    }

    private static UnusableFileException damaged(String file, Exception failure) {
        return new UnusableFileException(Problem.ofFile(
                file,
                "is not a workbook that can be read, or is damaged (" + failure.getMessage() + ")",
                "open it in Excel and save it as .xlsx"));
    }

    private static Sheet sheet(Path path, ReadableWorkbook workbook, Optional<String> name) {
        List<Sheet> shown = workbook.getSheets()
                .filter(sheet -> name.isPresent() || sheet.getVisibility() == SheetVisibility.VISIBLE)
                .filter(sheet ->
                        name.isEmpty() || FoldedName.of(sheet.getName()).equals(FoldedName.of(name.get())))
                .toList();
        if (shown.isEmpty()) {
            throw new UnusableFileException(Problem.ofFile(
                    path.toString(),
                    "has no sheet " + name.orElse("that is shown"),
                    "name one of " + names(workbook.getSheets()) + " with --sheet"));
        }
        return shown.get(0);
    }

    private static String names(Stream<Sheet> sheets) {
        return sheets.map(Sheet::getName).collect(Collectors.joining(", "));
    }

    private Heading findHeading(Naming naming) {
        Heading first = null;
        for (int i = 0; i < Heading.MAX_TITLE_ROWS; i++) {
            List<SheetCell> cells = nextCells();
            if (cells == null) {
                break;
            }
            Heading found = new Heading(file, number, cleaned(cells), naming, true);
            if (found.isRecognised()) {
                return found;
            }
            first = first == null ? found : first;
        }
        if (first == null) {
            throw new UnusableFileException(Problem.ofFile(
                    file, "has nothing in the sheet " + sheet.getName(), "name another one with --sheet"));
        }
        return first;
    }

    @Override
    public Heading heading() {
        return heading;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        String others = names(workbook.getSheets()
                .filter(other -> other.getIndex() != sheet.getIndex())
                .filter(other -> other.getVisibility() == SheetVisibility.VISIBLE));
        if (!others.isEmpty()) {
            notes.add("read the sheet " + sheet.getName() + "; not read: " + others);
        }
        if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
            notes.add("the sheet " + sheet.getName() + " is hidden; it was read because it was requested");
        }
        hidden.note().ifPresent(notes::add);
        return notes;
    }

    @Override
    public RejectFormat rejectFormat() {
        return new CsvRejects(line("\uFEFF", heading.columns()), SEPARATOR);
    }

    @Override
    public @Nullable InputRow next() {
        List<SheetCell> cells = nextCells();
        if (cells == null) {
            return null;
        }
        hidden.add(isHidden, number);
        Fields fields = new Fields(file, number, heading.valuesIn(texts(cells)));
        CellChecks.note(heading, cells, fields);
        return new InputRow(fields, () -> line("", texts(cells)));
    }

    /** The next non-empty row, or null at the end. */
    private @Nullable List<SheetCell> nextCells() {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = rows.next();
                number = row.getRowNum();
                List<SheetCell> cells = row.stream().map(SheetCell::of).toList();
                isHidden = row.isHidden();
                if (cells.stream().anyMatch(cell -> cell.text() != null)) {
                    return cells;
                }
            }
            return null;
        } catch (UnusableFileException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnusableFileException(Problem.ofLine(
                    file,
                    number + 1,
                    "cannot be read any further (" + e.getMessage() + ")",
                    "open the file in Excel and save it again"));
        }
    }

    private static List<String> cleaned(List<SheetCell> cells) {
        return cells.stream()
                .map(cell -> Text.clean(cell.text() == null ? "" : cell.text()))
                .toList();
    }

    private static List<@Nullable String> texts(List<SheetCell> cells) {
        List<@Nullable String> texts = new ArrayList<>(cells.size());
        cells.forEach(cell -> texts.add(cell.text()));
        return Collections.unmodifiableList(texts);
    }

    /** The row as a line of CSV, with one value per column. */
    private RawText line(String before, List<? extends @Nullable String> values) {
        int columns = heading.columns().size();
        StringBuilder line = new StringBuilder(before);
        for (int i = 0; i < columns; i++) {
            @Nullable String value = i < values.size() ? values.get(i) : null;
            line.append(i == 0 ? "" : SEPARATOR).append(value == null ? "" : CsvRejects.quoted(value));
        }
        return new RawText(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8), TextEncoding.UTF_8);
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
