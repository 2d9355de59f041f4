package io.muster.domain.reference;

import java.util.Map;
import java.util.TreeMap;

/** Chooses the name of an area or a campaign for a reader. */
public final class LocalName {

    private LocalName() {}

    /**
     * The name in this language. Otherwise the first name in the order of language tags, or the id if there is none.
     */
    public static String in(String languageTag, Map<String, String> names, String id) {
        String name = names.get(languageTag);
        return name != null
                ? name
                : new TreeMap<>(names).values().stream().findFirst().orElse(id);
    }
}
