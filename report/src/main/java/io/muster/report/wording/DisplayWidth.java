package io.muster.report.wording;

import java.text.Normalizer;

/** How many columns of a terminal a text takes. */
public final class DisplayWidth {

    private DisplayWidth() {}

    /** Marks that combine with the letter before them take no column of their own, ideographs take two. */
    public static int of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(DisplayWidth::ofCodePoint)
                .sum();
    }

    /** The longest beginning that fits, the last column taken by an ellipsis where something was cut off. */
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
