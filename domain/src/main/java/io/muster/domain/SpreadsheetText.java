package io.muster.domain;

/**
 * Escapes text in the cells of a CSV file that people open in a spreadsheet. A spreadsheet takes a cell that begins
 * with {@code = + - @}, a tab or a line end for a formula, unless an apostrophe precedes it (OWASP, CSV Injection). A
 * formula can also begin after a separator or a line end within a text, because a spreadsheet that expects another
 * separator starts a new cell there. Unescaping removes exactly the apostrophes that escaping added.
 *
 * <p>Callers escape texts only. Numbers in a cell, such as {@code -3}, are written as they are.
 */
public final class SpreadsheetText {

    /** In some languages, spreadsheets read the full-width forms as the ASCII ones. */
    private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /** These begin a formula only at the start of a cell. */
    private static final String SPACES = "\t\r\n";

    private static final String SEPARATORS = ",;";

    /** Characters that may precede a formula in its cell. */
    private static final String LEADING = " \"";

    private static final char APOSTROPHE = '\'';
    private static final char NO_SEPARATOR = 0;

    /** What to do with the apostrophes before a formula. */
    private enum Edit {
        ADD,
        ADD_WHERE_NONE,
        REMOVE;

        /** The number of apostrophes after the edit. */
        int apostrophes(int before) {
            return switch (this) {
                case ADD -> before + 1;
                case ADD_WHERE_NONE -> Math.max(before, 1);
                case REMOVE -> Math.max(before - 1, 0);
            };
        }
    }

    private SpreadsheetText() {}

    /** The text, escaped for a cell. */
    public static String escape(String text) {
        return edit(text, Edit.ADD, NO_SEPARATOR);
    }

    /** The original text of a cell, escaped or not. */
    public static String unescape(String cell) {
        return cell.indexOf(APOSTROPHE) < 0 ? cell : edit(cell, Edit.REMOVE, NO_SEPARATOR);
    }

    /**
     * A line of a CSV file with all its cells escaped. Cells that are escaped already stay as they are.
     * {@link #unescape} returns the same text for each cell before and after.
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
                int start = skip(text, at, LEADING);
                int first = skip(text, start, String.valueOf(APOSTROPHE));
                int count = first - start;
                if (first < text.length()
                        && beginnings.indexOf(text.charAt(first)) >= 0
                        && text.charAt(first) != separator) {
                    count = edit.apostrophes(count);
                }
                edited.append(text, at, start).append(String.valueOf(APOSTROPHE).repeat(count));
                at = first;
            }
            if (at < text.length()) {
                edited.append(text.charAt(at));
                at++;
            }
        }
        return edited.toString();
    }

    /** The characters that begin a formula if they follow the given one. */
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
