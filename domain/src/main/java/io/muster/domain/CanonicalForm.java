package io.muster.domain;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form in which refs and ids are compared. It is composed (Unicode NFC), has no blanks around it, no
 * invisible characters, and only ASCII digits. Without it, two texts that look the same could count as two
 * participants. Writers convert text to this form. A record with text in another form is rejected.
 *
 * <p>Invisible characters are the format characters (Unicode category Cf: zero-width spaces and joiners, direction
 * marks, soft hyphens) and all others that Unicode calls default-ignorable. The conversion removes them. It replaces
 * full-width characters by their ASCII equivalents, digits of other scripts by ASCII digits, and blanks of other
 * widths by a space.
 */
public final class CanonicalForm {

    private static final int FIRST_BEYOND_ASCII = 0x80;

    /** The first combining character. A text of lower code points only is always composed. */
    private static final int FIRST_COMBINING = 0x300;

    private static final int FIRST_FULL_WIDTH = 0xFF01;
    private static final int LAST_FULL_WIDTH = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = FIRST_FULL_WIDTH - '!';
    private static final int NEXT_LINE = 0x85;
    private static final int DELETE = 0x7F;

    /** Pairs of first and last default-ignorable code points outside category Cf (DerivedCoreProperties.txt). */
    private static final int[] IGNORABLE = {
        0x034F, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x2065, 0x2065, 0x3164, 0x3164, 0xFE00, 0xFE0F,
        0xFFA0, 0xFFA0, 0xFFF0, 0xFFF8, 0xE0000, 0xE0FFF
    };

    private CanonicalForm() {}

    /**
     * The text in canonical form; the same object if it is canonical already. Control characters inside the text are
     * kept, so that validation can reject them.
     */
    public static String of(String written) {
        return trimmedAndComposed(isAscii(written) ? written : withoutOddities(written));
    }

    /**
     * The text without blanks around it, composed (Unicode NFC). Invisible characters, digits and full-width
     * characters stay as written.
     */
    public static String trimmedAndComposed(String written) {
        String trimmed = trimmed(written);
        return needsComposing(trimmed) ? Normalizer.normalize(trimmed, Normalizer.Form.NFC) : trimmed;
    }

    /** The text in canonical form, or null if the text is null or its canonical form is empty. */
    public static @Nullable String ofNullable(@Nullable String written) {
        String text = written == null ? "" : of(written);
        return text.isEmpty() ? null : text;
    }

    /** The first deviation from canonical form, with the character and its position; null if there is none. */
    static @Nullable String problem(String text) {
        int position = 1;
        for (int i = 0; i < text.length(); position++) {
            int c = text.codePointAt(i);
            String fault = c < FIRST_BEYOND_ASCII && !isControl(c) ? null : faultOf(c);
            if (fault != null) {
                return "must not contain " + described(c, position) + ", " + fault;
            }
            i += Character.charCount(c);
        }
        if (!trimmed(text).equals(text)) {
            return "must not begin or end with a blank";
        }
        return needsComposing(text) && !Normalizer.isNormalized(text, Normalizer.Form.NFC) ? decomposed(text) : null;
    }

    /**
     * The first invisible or control character of a text, line ends included, e.g. "U+200B ZERO WIDTH SPACE at
     * character 9". Null if there is none.
     */
    public static @Nullable String hiddenIn(String text) {
        int position = 1;
        for (int i = 0; i < text.length(); position++) {
            int c = text.codePointAt(i);
            if (isControl(c) || isInvisible(c)) {
                return described(c, position);
            }
            i += Character.charCount(c);
        }
        return null;
    }

    private static @Nullable String faultOf(int c) {
        if (isControl(c)) {
            return "which is a control character";
        }
        if (Character.getType(c) == Character.SURROGATE) {
            return "which is half a character";
        }
        if (isInvisible(c)) {
            return "which is invisible";
        }
        if (plain(c) != c) {
            return "write " + (plain(c) == ' ' ? "a plain space" : Character.toString(plain(c)));
        }
        return null;
    }

    private static String withoutOddities(String written) {
        StringBuilder text = new StringBuilder(written.length());
        written.codePoints()
                .filter(c -> !isInvisible(c))
                .map(CanonicalForm::plain)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /** The ASCII equivalent of a space, a digit or a full-width character; any other character unchanged. */
    private static int plain(int c) {
        if (c < FIRST_BEYOND_ASCII) {
            return c;
        }
        if (c >= FIRST_FULL_WIDTH && c <= LAST_FULL_WIDTH) {
            return c - FULL_WIDTH_OFFSET;
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(c, 10);
            default -> c;
        };
    }

    /** Whether it is a control character, or separates lines or paragraphs. */
    private static boolean isControl(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isInvisible(int c) {
        if (c < FIRST_BEYOND_ASCII) {
            return false;
        }
        if (Character.getType(c) == Character.FORMAT) {
            return true;
        }
        for (int i = 0; i < IGNORABLE.length; i += 2) {
            if (c >= IGNORABLE[i] && c <= IGNORABLE[i + 1]) {
                return true;
            }
        }
        return false;
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

    private static boolean isBlank(char c) {
        return c <= ' ' || c == DELETE || c == NEXT_LINE || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static boolean needsComposing(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return true;
            }
        }
        return false;
    }

    private static String decomposed(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        int position = 1;
        int i = 0;
        while (i < composed.length() && text.codePointAt(i) == composed.codePointAt(i)) {
            i += Character.charCount(text.codePointAt(i));
            position++;
        }
        // if a combining mark follows the letter, report the mark
        int next = i < text.length() ? i + Character.charCount(text.codePointAt(i)) : i;
        boolean isMark =
                next < text.length() && Character.getType(text.codePointAt(next)) == Character.NON_SPACING_MARK;
        String culprit = isMark
                ? described(text.codePointAt(next), position + 1)
                : described(text.codePointAt(Math.min(i, text.length() - 1)), position);
        return "must not contain " + culprit + ", which is not composed (Unicode NFC)";
    }

    private static String described(int c, int position) {
        return String.format(Locale.ROOT, "U+%04X %s at character %d", c, Character.getName(c), position);
    }
}
