package io.muster.intake.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Decomposes Vietnamese letters for Windows-1258: the letter with its breve, circumflex or horn first, then its tone
 * mark.
 */
final class VietnameseTones {

    /** Grave, acute, tilde, hook above, dot below. */
    private static final String MARKS = "\u0300\u0301\u0303\u0309\u0323";

    private VietnameseTones() {}

    static String decompose(String text) {
        String apart = Normalizer.normalize(text, Form.NFD);
        StringBuilder written = new StringBuilder(apart.length());
        for (int at = 0; at < apart.length(); ) {
            int end = at + 1;
            while (end < apart.length() && Character.getType(apart.charAt(end)) == Character.NON_SPACING_MARK) {
                end++;
            }
            append(written, apart.substring(at, end));
            at = end;
        }
        return written.toString();
    }

    private static void append(StringBuilder written, String letter) {
        StringBuilder base = new StringBuilder();
        StringBuilder tone = new StringBuilder();
        for (int i = 0; i < letter.length(); i++) {
            char c = letter.charAt(i);
            (MARKS.indexOf(c) < 0 ? base : tone).append(c);
        }
        written.append(Normalizer.normalize(base, Form.NFC)).append(tone);
    }
}
