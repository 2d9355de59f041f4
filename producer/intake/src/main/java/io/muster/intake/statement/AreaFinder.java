package io.muster.intake.statement;

import io.muster.domain.reference.Area;
import io.muster.intake.area.AreaNames;
import io.muster.intake.area.AreaNames.Found;
import io.muster.intake.area.AreaNames.Named;
import io.muster.intake.area.AreaNames.NotOne;
import io.muster.intake.area.AreaNames.One;
import io.muster.intake.row.Fields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Puts the area id where a line names its area. */
final class AreaFinder {

    /** Before the level, in the names of fields that hold the names of areas. */
    static final String FIELD_PREFIX = "area.";

    private static final String FIELD = "areaId";

    private final List<String> levels;
    private final AreaNames names;

    /**
     * @param fields the fields of the file
     * @param definitions asked for now if any of the fields holds names of areas, and otherwise never
     */
    AreaFinder(Collection<String> fields, Supplier<? extends Collection<Area>> definitions) {
        this.levels = fields.stream()
                .filter(AreaFinder::isName)
                .map(field -> field.substring(FIELD_PREFIX.length()))
                .toList();
        this.names = new AreaNames(levels.isEmpty() ? List.of() : definitions.get());
    }

    /** Whether such a field holds names of areas. */
    static boolean isName(String field) {
        return field.startsWith(FIELD_PREFIX) && field.length() > FIELD_PREFIX.length();
    }

    /** An id that is stated counts, whatever names stand beside it. */
    void find(Fields fields) {
        if (levels.isEmpty() || fields.textOrNull(FIELD) != null) {
            return;
        }
        List<Named> named = new ArrayList<>();
        for (String level : levels) {
            String name = fields.textOrNull(FIELD_PREFIX + level);
            if (name != null) {
                named.add(new Named(level, name));
            }
        }
        if (!named.isEmpty()) {
            Found found = names.find(named);
            if (found instanceof One one) {
                fields.stand(FIELD, one.areaId());
            } else if (found instanceof NotOne none) {
                fields.problem(FIELD_PREFIX + none.level(), none.problem(), none.remedy());
                fields.stand(FIELD, "?");
            }
        }
    }
}
