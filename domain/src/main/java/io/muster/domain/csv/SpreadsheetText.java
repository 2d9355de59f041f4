package io.muster.domain.csv;

/**
 * Texts in cells of CSV that people open in a spreadsheet. A spreadsheet takes a cell that begins with {@code = + - @}, a tab or a line
 * end for a formula, so an apostrophe is put before it (OWASP, CSV Injection). The same is done behind separators and line ends within a
 * text: a spreadsheet that expects another separator takes what follows for a cell of its own. What was put there is taken away again
 * when the cell is read, and nothing else is.
 *
 * <p>Only texts are escaped. A number stays a number, {@code -3} too.
 */
public final class SpreadsheetText {

    /** The full-width ones are taken for the usual ones in some languages. */
    private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /** These begin a formula only where they are the first in a cell. */
    private static final String SPACES = "\t\r\n";

    private static final String SEPARATORS = ",;";

    /** Before the text of a cell these do not count. */
    private static final String BEFORE = " \"";

    private static final char MARK = '\'';
    private static final char NONE = 0;

    /** What to do with the marks before a formula. */
    private enum Edit {
        ADD,
        ADD_WHERE_NONE,
        REMOVE;

        /** How many there are afterwards. */
        int marks(int before) {
            return switch (this) {
                case ADD -> before + 1;
                case ADD_WHERE_NONE -> Math.max(before, 1);
                case REMOVE -> Math.max(before - 1, 0);
            };
        }
    }

    private SpreadsheetText() {}

    /** The text as it goes into a cell. */
    public static String escape(String text) {
        return edit(text, Edit.ADD, NONE);
    }

    /** The text of a cell, whether or not it was escaped. */
    public static String unescape(String cell) {
        return cell.indexOf(MARK) < 0 ? cell : edit(cell, Edit.REMOVE, NONE);
    }

    /**
     * A line of CSV as it stands in a file, with its cells escaped where they are not yet. {@link #unescape} gives the same for each cell as
     * before.
     */
    public static String escapeLine(String line, char separator) {
        return edit(line, Edit.ADD_WHERE_NONE, separator);
    }

    private static String edit(String text, Edit edit, char separator) {
        StringBuilder edited = new StringBuilder(text.length() + 1);
        int at = 0;
        while (at < text.length()) {
            char before = at == 0 ? SEPARATORS.charAt(0) : text.charAt(at - 1);
            String beginnings = beginnings(before);
            if (!beginnings.isEmpty()) {
                int marks = skip(text, at, BEFORE);
                int first = skip(text, marks, String.valueOf(MARK));
                int count = first - marks;
                if (first < text.length()
                        && beginnings.indexOf(text.charAt(first)) >= 0
                        && text.charAt(first) != separator) {
                    count = edit.marks(count);
                }
                edited.append(text, at, marks).append(String.valueOf(MARK).repeat(count));
                at = first;
            }
            if (at < text.length()) {
                edited.append(text.charAt(at));
                at++;
            }
        }
        return edited.toString();
    }

    /** What begins a formula behind a character. */
    private static String beginnings(char before) {
        if (SEPARATORS.indexOf(before) >= 0) {
            return SIGNS + SPACES;
        }
        return SPACES.indexOf(before) >= 0 ? SIGNS : "";
    }

    private static int skip(String text, int from, String what) {
        int at = from;
        while (at < text.length() && what.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
