package io.muster.report.bulletin;

import io.muster.board.CorrectionCount;
import io.muster.domain.AreaId;
import io.muster.domain.ledger.CorrectionEffect;
import io.muster.domain.ledger.CorrectionEffect.Place;
import io.muster.domain.reference.Area;
import io.muster.domain.reference.Campaign;
import io.muster.report.bulletin.CorrectionSummary.Change;
import io.muster.report.bulletin.CorrectionSummary.Kind;
import io.muster.report.bulletin.CorrectionSummary.Sum;
import io.muster.report.counted.Subtree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Summarizes corrections by how they changed the figures of a bulletin. Uses the current area tree. */
final class CorrectionSummarizer {

    private final Campaign campaign;
    private final LocalDate countedThrough;
    private final Subtree tree;
    private final List<Area> lines;
    private final Map<AreaId, Set<AreaId>> linesOf = new HashMap<>();

    /**
     * @param countedThrough last counted day
     * @param lines areas of the lines
     */
    CorrectionSummarizer(Campaign campaign, LocalDate countedThrough, Subtree tree, List<Area> lines) {
        this.campaign = campaign;
        this.countedThrough = countedThrough;
        this.tree = tree;
        this.lines = lines;
        lines.forEach(line -> tree.idsFrom(line)
                .forEach(areaId ->
                        linesOf.computeIfAbsent(areaId, any -> new HashSet<>()).add(line.areaId())));
    }

    /**
     * @param from first day of the corrections
     * @param through last day of the corrections
     * @param today the current as-of day
     */
    CorrectionSummary of(List<CorrectionCount> corrections, LocalDate from, LocalDate through, LocalDate today) {
        Instant begin = campaign.startOf(from);
        Instant end = campaign.startOf(through.plusDays(1));
        Instant endOfToday = campaign.startOf(today.plusDays(1));
        List<CorrectionCount> made = new ArrayList<>();
        List<CorrectionCount> later = new ArrayList<>();
        for (CorrectionCount each : corrections) {
            Instant at = each.madeAt(endOfToday);
            if (!at.isBefore(end)) {
                later.add(each);
            } else if (!at.isBefore(begin)) {
                made.add(each);
            }
        }
        return new CorrectionSummary(from, through, sum(made), sum(later));
    }

    private Sum sum(List<CorrectionCount> corrections) {
        Map<Kind, Long> cases = new EnumMap<>(Kind.class);
        Map<AreaId, Long> nets = new HashMap<>();
        long net = 0;
        for (CorrectionCount each : corrections) {
            CorrectionEffect effect = CorrectionEffect.of(each.from(), each.to(), tree::contains, this::isCounted);
            if (effect != null) {
                cases.merge(kind(effect), each.count(), Long::sum);
                net += each.count() * effect.net();
                linesOf(each.from()).forEach(line -> nets.merge(line, -each.count(), Long::sum));
                linesOf(each.to()).forEach(line -> nets.merge(line, each.count(), Long::sum));
            }
        }
        return new Sum(cases, net, changes(nets));
    }

    private List<Change> changes(Map<AreaId, Long> nets) {
        return lines.stream()
                .map(line -> new Change(line, nets.getOrDefault(line.areaId(), 0L)))
                .filter(change -> change.net() != 0)
                .sorted(Comparator.comparing((Change change) -> -Math.abs(change.net()))
                        .thenComparing(change -> change.area().areaId()))
                .toList();
    }

    private static Kind kind(CorrectionEffect effect) {
        return switch (effect) {
            case MOVED_WITHIN -> Kind.MOVED;
            case CHANGED_DAY -> Kind.CHANGED_DAY;
            case WITHDRAWN -> Kind.WITHDRAWN;
            case MOVED_OUT, OUT_OF_PERIOD -> Kind.LEFT;
            case MOVED_IN, INTO_PERIOD, RESTORED -> Kind.RESTORED;
        };
    }

    private Set<AreaId> linesOf(Place place) {
        return place.enrolled() && isCounted(place.day()) ? linesOf.getOrDefault(place.areaId(), Set.of()) : Set.of();
    }

    private boolean isCounted(LocalDate day) {
        return campaign.covers(day) && !day.isAfter(countedThrough);
    }
}
