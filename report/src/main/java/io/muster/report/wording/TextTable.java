package io.muster.report.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Aligns cells in columns by their display width on a terminal. */
public final class TextTable {

    /** Separates two columns. */
    public static final String GAP = "  ";

    /** Alignment of the cells of a column. */
    public enum Align {
        LEFT,
        RIGHT
    }

    private final List<Align> columns;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(List<Align> columns) {
        this.columns = List.copyOf(columns);
    }

    public void row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns: " + cells);
        }
        rows.add(List.copyOf(cells));
    }

    /** The width of the table. */
    public int width() {
        return IntStream.of(widths()).sum() + GAP.length() * (columns.size() - 1);
    }

    /** The rows, without trailing spaces. */
    public List<String> lines() {
        int[] widths = widths();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private int[] widths() {
        return IntStream.range(0, columns.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> DisplayWidth.of(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String blanks = " ".repeat(widths[column] - DisplayWidth.of(cell));
            line.append(column == 0 ? "" : GAP);
            line.append(columns.get(column) == Align.LEFT ? cell + blanks : blanks + cell);
        }
        return line.toString().stripTrailing();
    }
}
