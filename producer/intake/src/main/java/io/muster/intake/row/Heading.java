package io.muster.intake.row;

import io.muster.intake.text.Problem;
import io.muster.intake.text.Text;
import io.muster.intake.text.UnusableFileException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The columns of a file, and the field that each one holds. */
public final class Heading {

    /** Maximum number of rows above the heading row. */
    static final int MAX_TITLE_ROWS = 20;

    /** A row with fewer known columns is not a heading row. */
    private static final int MIN_KNOWN_COLUMNS = 3;

    private final String file;
    private final long line;
    private final List<String> columns;
    private final boolean isLettered;
    private final Naming naming;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<String, String> constants = new HashMap<>();

    /**
     * @param columns the names of the columns in the file
     * @param naming maps columns to fields
     * @param isLettered whether columns also have letters, as in a spreadsheet
     */
    Heading(String file, long line, List<String> columns, Naming naming, boolean isLettered) {
        this.file = file;
        this.line = line;
        this.columns = columns;
        this.naming = naming;
        this.isLettered = isLettered;
        for (int i = 0; i < columns.size(); i++) {
            String field = naming.fieldOf(columns.get(i));
            if (field != null) {
                indexes.putIfAbsent(field, i);
            }
        }
        naming.constants().forEach((field, value) -> constants.put(field, naming.meaning(field, value)));
    }

    /** Whether this is a heading row, not a title row above it. */
    boolean isRecognised() {
        return indexes.size() >= MIN_KNOWN_COLUMNS;
    }

    /** The column names as written in the file, in order. */
    public List<String> columns() {
        return columns;
    }

    /** The fields that have a column or a constant. */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(indexes.keySet());
        fields.addAll(constants.keySet());
        return fields;
    }

    /** The columns that are not read, in order. */
    public Set<String> unread(Predicate<String> known) {
        return columns.stream()
                .filter(column -> !column.isEmpty())
                .filter(column -> {
                    String field = naming.fieldOf(column);
                    return field == null || !(field.equals(Naming.IGNORED) || known.test(field));
                })
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How many of these fields have a column. */
    public long count(Set<String> fields) {
        return fields.stream().filter(indexes::containsKey).count();
    }

    /** @throws UnusableFileException if a required field is missing, or a known field has two columns */
    public void require(List<String> required, Predicate<String> known) {
        Set<String> fields = fields();
        List<String> missing =
                required.stream().filter(name -> !fields.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw unusable(
                    (missing.size() == 1 ? "the column " : "the columns ") + String.join(", ", missing)
                            + (missing.size() == 1 ? " is missing" : " are missing") + "; found "
                            + String.join(", ", columns),
                    "add what is missing, or correct the heading");
        }
        for (int i = 0; i < columns.size(); i++) {
            String field = naming.fieldOf(columns.get(i));
            if (field != null && known.test(field)) {
                requireOnce(field, i);
            }
        }
    }

    private void requireOnce(String field, int index) {
        String column = columns.get(index);
        int first = indexes.getOrDefault(field, index);
        if (first != index) {
            throw unusable(
                    columns.get(first).equals(column)
                            ? "the column " + column + " is there twice"
                            : "the columns " + columns.get(first) + " and " + column + " are both mapped to " + field,
                    "remove one of the two");
        }
        if (constants.containsKey(field)) {
            throw unusable(
                    "the column " + column + " exists, and the mapping has a constant for " + field,
                    "remove one of the two");
        }
    }

    /** The column of a field; null if the column has the name of the field, or does not exist. */
    Problem.@Nullable Column columnOf(String field) {
        Integer index = indexes.get(field);
        if (index == null || (columns.get(index).equals(field) && !isLettered)) {
            return null;
        }
        return new Problem.Column(columns.get(index), isLettered ? letter(index) : null);
    }

    /** The column index of a field, or null. */
    @Nullable
    Integer indexOf(String field) {
        return indexes.get(field);
    }

    Fields.Values valuesIn(List<@Nullable String> values) {
        return new Fields.Values() {
            @Override
            public @Nullable String get(String field) {
                Integer index = indexes.get(field);
                if (index == null) {
                    return constants.get(field);
                }
                String value = index < values.size() ? Text.cleanOrNull(values.get(index)) : null;
                return value == null ? null : naming.meaning(field, value);
            }

            @Override
            public Problem.@Nullable Column column(String field) {
                return columnOf(field);
            }
        };
    }

    UnusableFileException unusable(String problem, String remedy) {
        return new UnusableFileException(Problem.ofLine(file, line, problem, remedy));
    }

    /** A, B, … Z, AA, AB, … */
    static String letter(int index) {
        StringBuilder letters = new StringBuilder();
        IntStream.iterate(index, i -> i >= 0, i -> i / 26 - 1).forEach(i -> letters.insert(0, (char) ('A' + i % 26)));
        return letters.toString();
    }
}
