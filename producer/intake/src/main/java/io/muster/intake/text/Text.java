package io.muster.intake.text;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** How the text of a heading or a value is read: surrounding blanks do not count, and diacritics are composed (NFC). */
public final class Text {

    /** Below it, every text is composed. */
    private static final char FIRST_COMBINING = '\u0300';

    private Text() {}

    /** The text without blanks around it, composed. */
    public static String clean(String text) {
        return composed(trimmed(text));
    }

    /** The cleaned text, or null where nothing is left. */
    public static @Nullable String cleanOrNull(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = clean(text);
        return clean.isEmpty() ? null : clean;
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Spreadsheets leave no-break spaces around values, which {@link String#strip} keeps. */
    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }
}
