package io.muster.domain.reference;

import java.text.Normalizer;

/** Names as people look for them: letters and digits alone, small and without diacritics. */
public final class FoldedName {

    private FoldedName() {}

    /** So that {@code Mã xã}, {@code MÃ XÃ} and {@code ma_xa} are the same. */
    public static String of(String name) {
        String apart = Normalizer.normalize(name, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                char small = Character.toLowerCase(c);
                folded.append(small == 'đ' ? 'd' : small);
            }
        }
        return folded.toString();
    }
}
