package io.muster.intake;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a file, where, and what to do about it.
 *
 * @param file as the user named it
 * @param line from 1; 0 where the whole file is meant
 * @param field the column or field; null where the whole line is meant
 * @param value what stands there; null where nothing does
 * @param problem what is wrong, e.g. "is not a date"
 * @param remedy what to do, e.g. "write year-month-day, as in 2023-05-18"
 */
public record Problem(
        String file,
        long line,
        @Nullable String field,
        @Nullable String value,
        String problem,
        String remedy) {

    private static final int LONGEST_VALUE = 80;

    static Problem ofFile(String file, String problem, String remedy) {
        return new Problem(file, 0, null, null, problem, remedy);
    }

    /** The problem without its place in the file: {@code enrolledOn "12/05/2023": is not a date; write …}. */
    public String reason() {
        return what() + problem + "; " + remedy;
    }

    /** One line of text: {@code enrollments.csv, line 17, enrolledOn "12/05/2023": is not a date; write …}. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ", line " + line;
        return field == null ? place + ": " + reason() : place + ", " + reason();
    }

    private String what() {
        if (field == null) {
            return "";
        }
        return value == null ? field + ": " : field + " \"" + shortened(value) + "\": ";
    }

    private static String shortened(String text) {
        String value = text.replaceAll("\\p{Cntrl}", " ");
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
