package io.muster.report.wording;

import java.text.Normalizer;

/** Display width of text in terminal columns. */
public final class DisplayWidth {

    private DisplayWidth() {}

    /** The width of a text. Combining marks have width zero, ideographs two. */
    public static int of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(DisplayWidth::ofCodePoint)
                .sum();
    }

    /** Truncates a text to a width; the last column of a truncated text is an ellipsis. */
    public static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        String shorter = Normalizer.normalize(text, Normalizer.Form.NFC);
        while (!shorter.isEmpty() && of(shorter) > width - 1) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return width < 1 ? "" : shorter + "…";
    }

    private static int ofCodePoint(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> Character.isIdeographic(codePoint) ? 2 : 1;
        };
    }
}
