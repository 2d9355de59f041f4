package io.muster.report.bulletin;

import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.domain.tree.TreeChange;
import io.muster.report.bulletin.Corrections.Change;
import io.muster.report.bulletin.TreeNews.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Chooses the changes of the tree that one bulletin tells.
 *
 * @param today the day for which progress is judged now
 * @param counted the days that are in the figures
 * @param root the area at the top
 * @param lines the areas of the bulletin
 */
record TreeNewsMaker(Campaign campaign, LocalDate today, Predicate<LocalDate> counted, Area root, List<Area> lines) {

    /**
     * @param from the first day of those that are told
     * @param through the as-of day of the bulletin
     */
    TreeNews of(List<TreeChange> changes, Map<String, Area> areas, LocalDate from, LocalDate through) {
        List<Told> made = new ArrayList<>();
        List<Told> later = new ArrayList<>();
        Map<String, Area> named = new HashMap<>();
        for (TreeChange change : changes) {
            LocalDate on = LocalDate.ofInstant(change.at(), campaign.zone());
            // what changed after the as-of day can only concern a drive that is replayed: it is told with its newest
            // figures
            LocalDate told = on.isAfter(today) ? today : on;
            boolean changesFigures =
                    Stream.concat(Stream.of(root), lines.stream()).anyMatch(area -> change.changes(area.areaId()));
            if (changesFigures && !told.isBefore(from)) {
                (told.isAfter(through) ? later : made).add(told(change, on));
                change.named().filter(areas::containsKey).forEach(areaId -> named.put(areaId, areas.get(areaId)));
            }
        }
        return new TreeNews(made, later, named);
    }

    private Told told(TreeChange change, LocalDate on) {
        Long people = change.people(counted);
        List<Change> byArea = new ArrayList<>();
        for (Area line : lines) {
            Long net = change.net(line.areaId(), counted);
            if (net != null && net != 0) {
                byArea.add(new Change(line, net));
            }
        }
        return new Told(change, on, people, byArea);
    }
}
