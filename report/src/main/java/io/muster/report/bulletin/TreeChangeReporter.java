package io.muster.report.bulletin;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tree.TreeChange;
import io.muster.report.bulletin.CorrectionSummary.Change;
import io.muster.report.bulletin.TreeChangeReport.ReportedChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Selects the area tree changes that a bulletin reports.
 *
 * @param today the current as-of day
 * @param counted whether a day is part of the figures
 * @param root root area of the campaign
 * @param lines the areas of the lines
 */
record TreeChangeReporter(
        Campaign campaign, LocalDate today, Predicate<LocalDate> counted, Area root, List<Area> lines) {

    /**
     * @param from first day that is reported
     * @param through the as-of day of the bulletin
     */
    TreeChangeReport of(List<TreeChange> changes, Map<AreaId, Area> areas, LocalDate from, LocalDate through) {
        List<ReportedChange> made = new ArrayList<>();
        List<ReportedChange> later = new ArrayList<>();
        Map<AreaId, Area> named = new HashMap<>();
        for (TreeChange change : changes) {
            LocalDate on = LocalDate.ofInstant(change.at(), campaign.zone());
            // only a replayed campaign has changes after its as-of day; report them with its latest figures
            LocalDate told = on.isAfter(today) ? today : on;
            boolean changesFigures =
                    Stream.concat(Stream.of(root), lines.stream()).anyMatch(area -> change.changes(area.areaId()));
            if (changesFigures && !told.isBefore(from)) {
                (told.isAfter(through) ? later : made).add(told(change, on));
                change.named().filter(areas::containsKey).forEach(areaId -> named.put(areaId, areas.get(areaId)));
            }
        }
        return new TreeChangeReport(made, later, named);
    }

    private ReportedChange told(TreeChange change, LocalDate on) {
        Long people = change.people(counted);
        List<Change> byArea = new ArrayList<>();
        for (Area line : lines) {
            Long net = change.net(line.areaId(), counted);
            if (net != null && net != 0) {
                byArea.add(new Change(line, net));
            }
        }
        return new ReportedChange(change, on, people, byArea);
    }
}
