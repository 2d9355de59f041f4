package io.muster.intake.area;

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
 * Finds areas by their names at one or several levels. Case, diacritics and words such as Huyện or Xã do not matter unless they tell two
 * areas apart. Nothing is guessed: a name that fits two areas fits none.
 */
public final class AreaNames {

    private static final int SUGGESTED = 3;
    private static final int NAMED = 5;
    private static final int REMEMBERED = 10_000;

    private final AreaIndex index;
    private final Map<List<Named>, Found> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Named>, Found> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param definitions of all areas that may be named */
    public AreaNames(Collection<Area> definitions) {
        this.index = new AreaIndex(definitions);
    }

    /** What a file says of an area at one level. */
    public record Named(String level, String name) {}

    /** What came of looking for an area. */
    public sealed interface Found {}

    /** The area. */
    public record One(String areaId) implements Found {}

    /**
     * Not one area.
     *
     * @param level whose name is at fault
     */
    public record NotOne(String level, String problem, String remedy) implements Found {}

    /** The lowest area named, within those named above it. */
    public Found find(List<Named> names) {
        Found found = known.get(names);
        if (found == null) {
            found = look(names);
            known.put(List.copyOf(names), found);
        }
        return found;
    }

    private Found look(List<Named> names) {
        List<Named> fromAbove = names.stream()
                .sorted(Comparator.comparingInt((Named named) -> index.depth(named.level())))
                .toList();
        List<Area> within = List.of();
        for (Named named : fromAbove) {
            if (index.atLevel(named.level()).isEmpty()) {
                return new NotOne(
                        named.level(),
                        "is at a level that no known area has",
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
                ? new One(within.get(0).areaId())
                : ambiguous(fromAbove.get(fromAbove.size() - 1), within);
    }

    private List<Area> called(Named named, List<Area> within) {
        AreaName name = AreaName.of(named.name());
        List<Area> inside = index.called(named.level(), name).stream()
                .filter(area -> within.isEmpty() || index.isWithin(area, within))
                .toList();
        return index.closest(inside, name);
    }

    private Found unknown(Named named, List<Area> within) {
        AreaName name = AreaName.of(named.name());
        String where = within.isEmpty() ? "" : " in " + described(within);
        List<Area> elsewhere = within.isEmpty() ? List.of() : index.called(named.level(), name);
        String hint = elsewhere.isEmpty()
                ? "did you mean " + nearest(named, name, within)
                : "there is " + described(elsewhere);
        return new NotOne(named.level(), "is not known" + where, hint + "? Correct the name, or give the areaId");
    }

    /** Those that differ least, and those that differ by one letter more. */
    private String nearest(Named named, AreaName name, List<Area> within) {
        String folded = FoldedName.of(name.bare());
        NavigableMap<Integer, List<Area>> byDistance = index.atLevel(named.level()).stream()
                .filter(area -> within.isEmpty() || index.isWithin(area, within))
                .collect(Collectors.groupingBy(area -> distance(folded, area), TreeMap::new, Collectors.toList()));
        return byDistance.isEmpty()
                ? "another area"
                : byDistance.headMap(byDistance.firstKey() + 1, true).values().stream()
                        .flatMap(List::stream)
                        .limit(SUGGESTED)
                        .map(AreaIndex::nameOf)
                        .collect(Collectors.joining(", "));
    }

    private static int distance(String folded, Area area) {
        String name = FoldedName.of(AreaName.of(AreaIndex.nameOf(area)).bare());
        return LevenshteinDistance.getDefaultInstance().apply(folded, name);
    }

    private Found ambiguous(Named named, List<Area> candidates) {
        return new NotOne(
                named.level(),
                "is the name of " + candidates.size() + " areas: "
                        + candidates.stream()
                                .limit(NAMED)
                                .map(area -> index.described(area) + " (" + area.areaId() + ")")
                                .collect(Collectors.joining("; "))
                        + (candidates.size() > NAMED ? "; …" : ""),
                "name the area above it as well, or give the areaId");
    }

    private String described(List<Area> areas) {
        return areas.stream().limit(NAMED).map(index::described).collect(Collectors.joining("; "));
    }
}
