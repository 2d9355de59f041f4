package io.muster.domain.oracle;

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

/** What is odd about the areas, whatever the campaign. */
final class Oddities {

    private Oddities() {}

    static int orphanAreas(References references) {
        return areasThatEndIn(End.UNDEFINED, references);
    }

    static int cyclicAreas(References references) {
        return areasThatEndIn(End.CIRCLE, references);
    }

    /**
     * The areas of those that are in no place, the twenty with most people.
     *
     * @param unplaced winning statements
     */
    static List<UnplacedArea> unplacedAreas(List<Statement> unplaced, References references) {
        Map<String, Long> people = unplaced.stream()
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
