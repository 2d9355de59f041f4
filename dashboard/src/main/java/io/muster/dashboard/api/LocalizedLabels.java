package io.muster.dashboard.api;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.AreaLabels;
import io.muster.domain.reference.Campaign;
import io.muster.domain.reference.LocalName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Labels, by language, for lists that mix areas of several parents. Not thread-safe. */
final class LocalizedLabels {

    private final @Nullable Campaign campaign;
    private final Map<AreaId, Area> definitions;
    private final Set<String> levels;
    private final Map<String, AreaLabels> byLanguage = new HashMap<>();

    /**
     * @param campaign null if it is not defined
     * @param levels levels of the listed areas
     */
    LocalizedLabels(@Nullable Campaign campaign, Map<AreaId, Area> definitions, Set<String> levels) {
        this.campaign = campaign;
        this.definitions = definitions;
        this.levels = levels;
    }

    /** The labels in all languages of the area's names; empty if the area is not defined. */
    Map<String, String> of(AreaId areaId) {
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
        Function<Area, String> nameOf =
                area -> LocalName.in(language, area.names(), area.areaId().value());
        return byLanguage.computeIfAbsent(
                language,
                any -> campaign == null
                        ? new AreaLabels(List.of(), area -> null, nameOf)
                        : AreaLabels.below(campaign.rootAreaId(), definitions, levels, nameOf));
    }
}
