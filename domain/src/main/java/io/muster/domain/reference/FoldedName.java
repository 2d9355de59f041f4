package io.muster.domain.reference;

import java.text.Normalizer;

/** Names as people search for them: only letters and digits, in lowercase and without diacritics. */
public final class FoldedName {

    private FoldedName() {}

    /** The folded name. It is the same for {@code Mã xã}, {@code MÃ XÃ} and {@code ma_xa}. */
    public static String of(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                char lower = Character.toLowerCase(c);
                folded.append(lower == 'đ' ? 'd' : lower);
            }
        }
        return folded.toString();
    }
}
