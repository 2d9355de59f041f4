package io.muster.dashboard.api;

import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaLabels;
import io.muster.domain.reference.LocalName;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Labels, by language, for lists that mix areas of several parents. Not thread-safe. */
final class LocalizedLabels {

    private final String rootId;
    private final Map<String, Area> definitions;
    private final Set<String> levels;
    private final Map<String, AreaLabels> byLanguage = new HashMap<>();

    /** @param levels levels of the listed areas */
    LocalizedLabels(String rootId, Map<String, Area> definitions, Set<String> levels) {
        this.rootId = rootId;
        this.definitions = definitions;
        this.levels = levels;
    }

    /** The labels in all languages of the area's names; empty if the area is not defined. */
    Map<String, String> of(String areaId) {
        Map<String, String> labels = new TreeMap<>();
        Area area = definitions.get(areaId);
        if (area != null) {
            area.names()
                    .keySet()
                    .forEach(language -> labels.put(language, in(language).of(area)));
        }
        return labels;
    }

    private AreaLabels in(String language) {
        return byLanguage.computeIfAbsent(
                language,
                tag -> AreaLabels.below(
                        rootId, definitions, levels, area -> LocalName.in(tag, area.names(), area.areaId())));
    }
}
