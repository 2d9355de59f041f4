package io.muster.intake.area;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.FoldedName;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds areas by their names at one or more levels. Case, diacritics and words such as Huyện or Xã are ignored unless
 * they distinguish two areas. An ambiguous name matches no area.
 */
public final class AreaNames {

    private static final int MAX_SUGGESTIONS = 3;
    private static final int MAX_LISTED = 5;
    private static final int CACHE_SIZE = 10_000;

    private final AreaIndex index;
    private final Map<List<NameAtLevel>, Match> cache = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<NameAtLevel>, Match> eldest) {
            return size() > CACHE_SIZE;
        }
    };

    /** @param definitions all areas that a name may refer to */
    public AreaNames(Collection<Area> definitions) {
        this.index = new AreaIndex(definitions);
    }

    /** The name of an area at one level, as written in a file. */
    public record NameAtLevel(String level, String name) {}

    /** The result of a search. */
    public sealed interface Match {}

    /** Exactly one area matches. */
    public record UniqueMatch(AreaId areaId) implements Match {}

    /**
     * No area matches, or more than one.
     *
     * @param level the level whose name is wrong
     */
    public record NoUniqueMatch(String level, String problem, String remedy) implements Match {}

    /** Finds the area of the lowest level, within the areas named at higher levels. */
    public Match find(List<NameAtLevel> names) {
        Match found = cache.get(names);
        if (found == null) {
            found = search(names);
            cache.put(List.copyOf(names), found);
        }
        return found;
    }

    private Match search(List<NameAtLevel> names) {
        List<NameAtLevel> topDown = names.stream()
                .sorted(Comparator.comparingInt((NameAtLevel named) -> index.depth(named.level())))
                .toList();
        List<Area> within = List.of();
        for (NameAtLevel named : topDown) {
            if (index.atLevel(named.level()).isEmpty()) {
                return new NoUniqueMatch(
                        named.level(),
                        "has a level that no known area has",
                        "the known areas have the levels "
                                + index.levels().stream().sorted().collect(Collectors.joining(", "))
                                + "; apply the areas first, or name them with --areas");
            }
            List<Area> found = called(named, within);
            if (found.isEmpty()) {
                return unknown(named, within);
            }
            within = found;
        }
        return within.size() == 1
                ? new UniqueMatch(within.get(0).areaId())
                : ambiguous(topDown.get(topDown.size() - 1), within);
    }

    private List<Area> called(NameAtLevel named, List<Area> within) {
        AreaName name = AreaName.of(named.name());
        List<Area> inside = index.called(named.level(), name).stream()
                .filter(area -> within.isEmpty() || index.isWithin(area, within))
                .toList();
        return index.closest(inside, name);
    }

    private Match unknown(NameAtLevel named, List<Area> within) {
        AreaName name = AreaName.of(named.name());
        String where = within.isEmpty() ? "" : " in " + described(within);
        List<Area> elsewhere = within.isEmpty() ? List.of() : index.called(named.level(), name);
        String hint = elsewhere.isEmpty()
                ? "did you mean " + nearest(named, name, within)
                : "there is " + described(elsewhere);
        return new NoUniqueMatch(
                named.level(), "is not known" + where, hint + "? Correct the name, or give the areaId");
    }

    /** The names with the smallest edit distance, and those with a distance of one more. */
    private String nearest(NameAtLevel named, AreaName name, List<Area> within) {
        String folded = FoldedName.of(name.bare());
        NavigableMap<Integer, List<Area>> byDistance = index.atLevel(named.level()).stream()
                .filter(area -> within.isEmpty() || index.isWithin(area, within))
                .collect(Collectors.groupingBy(area -> distance(folded, area), TreeMap::new, Collectors.toList()));
        return byDistance.isEmpty()
                ? "another area"
                : byDistance.headMap(byDistance.firstKey() + 1, true).values().stream()
                        .flatMap(List::stream)
                        .limit(MAX_SUGGESTIONS)
                        .map(AreaIndex::nameOf)
                        .collect(Collectors.joining(", "));
    }

    private static int distance(String folded, Area area) {
        String name = FoldedName.of(AreaName.of(AreaIndex.nameOf(area)).bare());
        return LevenshteinDistance.getDefaultInstance().apply(folded, name);
    }

    private Match ambiguous(NameAtLevel named, List<Area> candidates) {
        return new NoUniqueMatch(
                named.level(),
                "matches " + candidates.size() + " areas: "
                        + candidates.stream()
                                .limit(MAX_LISTED)
                                .map(area -> index.described(area) + " (" + area.areaId() + ")")
                                .collect(Collectors.joining("; "))
                        + (candidates.size() > MAX_LISTED ? "; …" : ""),
                "name the area above it as well, or give the areaId");
    }

    private String described(List<Area> areas) {
        return areas.stream().limit(MAX_LISTED).map(index::described).collect(Collectors.joining("; "));
    }
}
