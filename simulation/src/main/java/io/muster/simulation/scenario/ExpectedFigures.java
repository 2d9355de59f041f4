package io.muster.simulation.scenario;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.domain.statement.Dimension;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.Status;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Expected figures of a drive, computed from the final state of each participant.
 *
 * @param areas by area id, top-down
 * @param segments enrolled in the province, by value, by dimension
 * @param input figures of the input lines
 */
record ExpectedFigures(
        LocalDate asOf,
        Map<AreaId, ExpectedArea> areas,
        Map<Dimension, Map<String, Integer>> segments,
        InputFigures input) {

    static ExpectedFigures of(
            Drive drive, SampleAreas tree, LocalDate asOf, List<Participant> participants, List<Arrival> arrivals) {
        List<Statement> winning =
                participants.stream().map(Participant::winning).toList();
        Map<AreaId, Long> targets = drive.targets(tree);
        Map<AreaId, ExpectedArea> areas = new LinkedHashMap<>();
        for (Area area : tree.areas()) {
            List<Statement> within = winning.stream()
                    .filter(statement -> tree.isWithin(statement.areaId(), area.areaId()))
                    .toList();
            areas.put(area.areaId(), ExpectedArea.of(drive.campaign(), asOf, targets.get(area.areaId()), within));
        }
        Map<Dimension, Map<String, Integer>> segments = new LinkedHashMap<>();
        for (Dimension dimension : Dimension.values()) {
            segments.put(dimension, segment(drive, dimension, winning));
        }
        return new ExpectedFigures(
                asOf, areas, segments, InputFigures.of(drive.campaign(), tree, participants, arrivals));
    }

    /** @throws IllegalArgumentException if there is no such area */
    ExpectedArea in(AreaId areaId) {
        ExpectedArea figures = areas.get(areaId);
        if (figures == null) {
            throw new IllegalArgumentException("no area is called " + areaId);
        }
        return figures;
    }

    private static Map<String, Integer> segment(Drive drive, Dimension dimension, List<Statement> winning) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Statement statement : winning) {
            String value = dimension.valueIn(statement.segments());
            if (value != null
                    && statement.status() == Status.ENROLLED
                    && drive.campaign().covers(statement.enrolledOn())) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return counts;
    }
}
