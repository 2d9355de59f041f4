package io.muster.domain.oracle;

import io.muster.domain.AreaId;
import io.muster.domain.oracle.Ancestry.End;
import io.muster.domain.reference.References;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import io.muster.domain.tally.CampaignRow.UnplacedArea;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts orphan and cyclic areas among all definitions, and lists the areas of unplaced participants. */
final class Oddities {

    private Oddities() {}

    static int orphanAreas(References references) {
        return areasThatEndIn(End.UNDEFINED, references);
    }

    static int cyclicAreas(References references) {
        return areasThatEndIn(End.CYCLE, references);
    }

    /**
     * Lists the areas of unplaced participants: at most twenty, those with the most participants.
     *
     * @param unplaced winning statements that count in no area of the tree
     */
    static List<UnplacedArea> unplacedAreas(List<Statement> unplaced, References references) {
        Map<AreaId, Long> people = unplaced.stream()
                .filter(winner -> winner.status() == Status.ENROLLED)
                .collect(Collectors.groupingBy(Statement::areaId, TreeMap::new, Collectors.counting()));
        return people.entrySet().stream()
                .map(area -> new UnplacedArea(
                        area.getKey(),
                        area.getValue(),
                        Ancestry.of(area.getKey(), references.areas()).end() != End.UNDEFINED))
                .sorted(Comparator.comparing(UnplacedArea::enrolled, Comparator.reverseOrder()))
                .limit(20)
                .toList();
    }

    private static int areasThatEndIn(End end, References references) {
        return (int) references.areas().keySet().stream()
                .filter(areaId -> Ancestry.of(areaId, references.areas()).end() == end)
                .count();
    }
}
