package io.muster.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.muster.intake.RawLines.RawLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The line of a CSV file that names its columns, and shows what separates them. */
final class CsvHeading implements RejectFormat {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final String REASON = "reason";

    private final String file;
    private final RawLine line;
    private final char separator;
    private final List<String> columns;
    private final Map<String, Integer> indexes = new HashMap<>();

    private CsvHeading(String file, RawLine line, char separator, List<String> columns) {
        this.file = file;
        this.line = line;
        this.separator = separator;
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            indexes.putIfAbsent(columns.get(i), i);
        }
    }

    /** @throws UnusableFileException if the line cannot be read */
    static CsvHeading of(String file, RawLine line) {
        try {
            String text = line.text().decode();
            char separator = separatorOf(text);
            List<String> columns = CsvRows.parser(separator).ofSingleCsvRecord(text).getFields().stream()
                    .map(Text::clean)
                    .toList();
            return new CsvHeading(file, line, separator, columns);
        } catch (CharacterCodingException e) {
            throw new UnusableFileException(
                    Problem.ofLine(file, line.number(), "is not in UTF-8", "save the file as \"CSV UTF-8\""));
        } catch (CsvParseException e) {
            throw new UnusableFileException(Problem.ofLine(
                    file, line.number(), "does not name columns", "look at the quotes in the first line"));
        }
    }

    char separator() {
        return separator;
    }

    List<String> columns() {
        return columns;
    }

    /** The columns that the predicate does not know, in their order. */
    Set<String> without(Predicate<String> known) {
        return columns.stream()
                .filter(column -> !column.isEmpty() && known.negate().test(column))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many of these columns there are. */
    long count(Set<String> names) {
        return names.stream().filter(indexes::containsKey).count();
    }

    /** @throws UnusableFileException if one of the columns is missing, or one that is read is there twice */
    void require(List<String> required, Predicate<String> known) {
        List<String> missing =
                required.stream().filter(name -> !indexes.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw unusable(
                    (missing.size() == 1 ? "the column " : "the columns ") + String.join(", ", missing)
                            + (missing.size() == 1 ? " is missing" : " are missing") + "; found "
                            + String.join(", ", columns),
                    "add what is missing, or correct the heading");
        }
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (known.test(column) && !Integer.valueOf(i).equals(indexes.get(column))) {
                throw unusable("the column " + column + " is there twice", "remove one of the two");
            }
        }
    }

    Fields.Values valuesIn(List<String> values) {
        return field -> {
            Integer index = indexes.get(field);
            return index == null ? null : Text.cleanOrNull(values.get(index));
        };
    }

    /** The reason comes first: there it is in its column even where a line has too few values, or a quote is not closed. */
    @Override
    public void writeHeading(OutputStream out) throws IOException {
        line.text().writeBomTo(out);
        out.write((REASON + separator).getBytes(StandardCharsets.UTF_8));
        line.text().writeContentTo(out);
        line.text().writeLineEndTo(out);
    }

    @Override
    public void write(BadLine bad, OutputStream out) throws IOException {
        String reason = '"' + bad.reason().replace("\"", "\"\"") + '"' + separator;
        out.write(reason.getBytes(StandardCharsets.UTF_8));
        bad.original().writeContentTo(out);
        bad.original().writeLineEndTo(out);
    }

    private UnusableFileException unusable(String problem, String remedy) {
        return new UnusableFileException(Problem.ofLine(file, line.number(), problem, remedy));
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
}
