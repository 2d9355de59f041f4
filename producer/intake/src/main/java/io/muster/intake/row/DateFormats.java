package io.muster.intake.row;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a number format whether a sheet displays a number as a date or time (ECMA-376, part 1, 18.8.30 and
 * 18.8.31).
 */
final class DateFormats {

    /** Literal parts of a format: "quoted", \x, _x, *x, [Red], [$-42A]. In contrast, [h] is a date part. */
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]");

    private static final Pattern DATE_LETTERS = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_LETTERS = Pattern.compile("[yd]", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME_LETTERS = Pattern.compile("[hs]", Pattern.CASE_INSENSITIVE);

    private DateFormats() {}

    /**
     * @param id format id; 14 to 22, 27 to 36, 45 to 47 and 50 to 58 are built-in date formats
     * @param code format code; null for built-in formats
     */
    static boolean isDate(@Nullable Integer id, @Nullable String code) {
        if (code != null) {
            return has(DATE_LETTERS, code);
        }
        return id != null
                && (isBetween(id, 14, 22) || isBetween(id, 27, 36) || isBetween(id, 45, 47) || isBetween(id, 50, 58));
    }

    /** Whether the format displays the time of day. */
    static boolean hasTime(@Nullable String code) {
        return code != null && has(TIME_LETTERS, code);
    }

    /** Whether the format displays the date. */
    static boolean hasDay(@Nullable String code) {
        return code != null && has(DAY_LETTERS, code);
    }

    /** Minimum number of digits, such as 5 for the format 00000; 0 for other formats. */
    static int fixedDigits(@Nullable String code) {
        return code != null && code.matches("0+") ? code.length() : 0;
    }

    private static boolean has(Pattern letters, String code) {
        String positive = code.split(";", -1)[0];
        return letters.matcher(LITERALS.matcher(positive).replaceAll("")).find();
    }

    private static boolean isBetween(int id, int from, int to) {
        return id >= from && id <= to;
    }
}
