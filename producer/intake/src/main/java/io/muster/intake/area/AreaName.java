package io.muster.intake.area;

import io.muster.intake.text.Text;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A written area name, with or without the word for its kind: Huyện Yên Dũng, H. Yên Dũng, yen dung.
 *
 * @param whole the name in lower case
 * @param bare the name without the word for its kind
 * @param kind the kind as area definitions name it; null if the name has no such word
 */
record AreaName(String whole, String bare, @Nullable String kind) {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("tỉnh", "province"),
            Map.entry("thành phố", "city"),
            Map.entry("tp", "city"),
            Map.entry("huyện", "district"),
            Map.entry("h", "district"),
            Map.entry("quận", "district"),
            Map.entry("q", "district"),
            Map.entry("thị xã", "town"),
            Map.entry("tx", "town"),
            Map.entry("thị trấn", "town"),
            Map.entry("tt", "town"),
            Map.entry("phường", "ward"),
            Map.entry("p", "ward"),
            Map.entry("xã", "commune"),
            Map.entry("x", "commune"));

    /** Each word with all its diacritics or with none, so that Xà Phìn is not read as a commune called Phìn. */
    private static final Map<String, String> WORDS = KINDS.entrySet().stream()
            .flatMap(word ->
                    Stream.of(word.getKey(), plain(word.getKey())).map(form -> Map.entry(form, word.getValue())))
            .collect(Collectors.toUnmodifiableMap(Entry::getKey, Entry::getValue, (one, same) -> one));

    private static final Pattern WITH_WORD =
            Pattern.compile("(" + String.join("|", WORDS.keySet()) + ")[. ]\\s*(\\S.*)");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    static AreaName of(String written) {
        String whole = BLANKS.matcher(Text.clean(written)).replaceAll(" ").toLowerCase(Locale.ROOT);
        Matcher parts = WITH_WORD.matcher(whole);
        return parts.matches()
                ? new AreaName(whole, parts.group(2), WORDS.get(parts.group(1)))
                : new AreaName(whole, whole, null);
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd');
    }
}
