package io.muster.simulation.scenario;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns Vietnamese names into ASCII ids. */
final class Slugs {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private Slugs() {}

    /** The name as part of an id: Yên Dũng becomes yen-dung. */
    static String slug(String name) {
        return plain(name).toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String plain(String name) {
        String marked = Normalizer.normalize(name, Normalizer.Form.NFD);
        return MARKS.matcher(marked).replaceAll("").replace('đ', 'd').replace('Đ', 'D');
    }
}
