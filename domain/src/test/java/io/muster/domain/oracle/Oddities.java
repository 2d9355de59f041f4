package io.muster.domain.oracle;

import io.muster.domain.oracle.Ancestry.End;
import io.muster.domain.reference.References;

/** What is odd about the areas, whatever the campaign. */
final class Oddities {

    private Oddities() {}

    static int orphanAreas(References references) {
        return areasThatEndIn(End.UNDEFINED, references);
    }

    static int cyclicAreas(References references) {
        return areasThatEndIn(End.CIRCLE, references);
    }

    private static int areasThatEndIn(End end, References references) {
        return (int) references.areas().keySet().stream()
                .filter(areaId -> Ancestry.of(areaId, references.areas()).end() == end)
                .count();
    }
}
