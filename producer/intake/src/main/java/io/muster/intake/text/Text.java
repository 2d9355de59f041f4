package io.muster.intake.text;

import io.muster.domain.CanonicalForm;
import org.jspecify.annotations.Nullable;

/** Normalizes the text of headings and values: trims blanks and composes diacritics (NFC). */
public final class Text {

    private Text() {}

    /** The trimmed and composed text. */
    public static String clean(String text) {
        return CanonicalForm.trimmedAndComposed(text);
    }

    /** The trimmed and composed text, or null if it is empty. */
    public static @Nullable String cleanOrNull(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = clean(text);
        return clean.isEmpty() ? null : clean;
    }
}
