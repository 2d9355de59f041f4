package io.muster.intake.statement;

import io.muster.domain.reference.Area;
import io.muster.intake.area.AreaNames;
import io.muster.intake.area.AreaNames.Match;
import io.muster.intake.area.AreaNames.NameAtLevel;
import io.muster.intake.area.AreaNames.NoUniqueMatch;
import io.muster.intake.area.AreaNames.UniqueMatch;
import io.muster.intake.row.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Derives the area id of a line from its area names. */
final class AreaFinder {

    /** Prefix of fields with area names, followed by the level. */
    static final String FIELD_PREFIX = "area.";

    private static final String FIELD = "areaId";

    private final List<String> levels;
    private final AreaNames names;

    /**
     * @param fields the fields of the file
     * @param definitions called only if a field holds area names
     */
    AreaFinder(Collection<String> fields, Supplier<? extends Collection<Area>> definitions) {
        this.levels = fields.stream()
                .filter(AreaFinder::isName)
                .map(field -> field.substring(FIELD_PREFIX.length()))
                .toList();
        this.names = new AreaNames(levels.isEmpty() ? List.of() : definitions.get());
    }

    /** Whether the field holds area names. */
    static boolean isName(String field) {
        return field.startsWith(FIELD_PREFIX) && field.length() > FIELD_PREFIX.length();
    }

    /** Sets the area id from the names. An explicit id takes precedence. */
    void find(Fields fields) {
        if (levels.isEmpty() || fields.textOrNull(FIELD) != null) {
            return;
        }
        List<NameAtLevel> named = new ArrayList<>();
        for (String level : levels) {
            String name = fields.textOrNull(FIELD_PREFIX + level);
            if (name != null) {
                named.add(new NameAtLevel(level, name));
            }
        }
        if (!named.isEmpty()) {
            Match found = names.find(named);
            if (found instanceof UniqueMatch match) {
                fields.override(FIELD, match.areaId().value());
            } else if (found instanceof NoUniqueMatch failure) {
                fields.problem(FIELD_PREFIX + failure.level(), failure.problem(), failure.remedy());
                fields.override(FIELD, "?");
            }
        }
    }
}
