package io.muster.intake.text;

import org.jspecify.annotations.Nullable;

/**
 * A problem in a file: where it is, what is wrong, and the remedy.
 *
 * @param file as the user named it
 * @param line from 1; 0 for the whole file
 * @param column the column of the field; null if the column has the name of the field, or no field is concerned
 * @param field as the contract names it; null for the whole line
 * @param value the written value; null if there is none, or if it must not be shown, as for identity numbers
 * @param problem what is wrong, e.g. "is not a date"
 * @param remedy what to do, e.g. "write year-month-day, as in 2023-05-18"
 */
public record Problem(
        String file,
        long line,
        @Nullable Column column,
        @Nullable String field,
        @Nullable String value,
        String problem,
        String remedy) {

    private static final int MAX_VALUE_LENGTH = 80;

    /**
     * A column of a file with headings.
     *
     * @param heading as written in the file
     * @param letter spreadsheet column: A, B, … AA; null in text files
     */
    public record Column(String heading, @Nullable String letter) {}

    /** A problem of the whole file. */
    public static Problem ofFile(String file, String problem, String remedy) {
        return ofLine(file, 0, problem, remedy);
    }

    /** A problem of a whole line, counted from 1. */
    public static Problem ofLine(String file, long line, String problem, String remedy) {
        return new Problem(file, line, null, null, null, problem, remedy);
    }

    /** The problem without its place: {@code enrolledOn "12/05/2023": is not a date; write …}. */
    public String reason() {
        return what() + problem + "; " + remedy;
    }

    /** One line of text: {@code enrollments.csv, line 17, enrolledOn "12/05/2023": is not a date; write …}. */
    @Override
    public String toString() {
        return field == null ? place() + ": " + reason() : place() + ", " + reason();
    }

    /** The place in the file: {@code line 17}, in a sheet {@code line 17, column C}. */
    public String position() {
        return column == null || column.letter() == null
                ? "line " + line
                : "line " + line + ", column " + column.letter();
    }

    private String place() {
        return line == 0 ? file : file + ", " + position();
    }

    private String what() {
        if (field == null) {
            return "";
        }
        String name = column == null ? field : column.heading();
        return value == null ? name + ": " : name + " \"" + shortened(value) + "\": ";
    }

    private static String shortened(String text) {
        String value = text.replaceAll("\\p{Cntrl}", " ");
        return value.length() <= MAX_VALUE_LENGTH ? value : value.substring(0, MAX_VALUE_LENGTH) + "…";
    }
}
