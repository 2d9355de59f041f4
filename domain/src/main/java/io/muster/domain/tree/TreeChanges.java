package io.muster.domain.tree;

import io.muster.domain.AreaId;
import io.muster.domain.reference.Area;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes the effect of moves of areas on the counts of a campaign.
 *
 * <p>When areas on several levels move at the same time, a participant is attributed to one of them only: the lowest
 * one at or above the stated area. The changes of an area therefore add up. Its count in the current tree, minus its
 * count in the tree of an earlier time, is the sum of the changes since then, however often areas moved.
 */
public final class TreeChanges {

    /** The properties that areas share if they moved together. They form one change. */
    private record Together(
            @Nullable AreaId from, @Nullable AreaId to, Set<AreaId> losing, Set<AreaId> gaining, boolean isInTree) {}

    private final Map<AreaId, Area> areas;
    private final AreaId rootAreaId;
    private final Function<AreaId, Map<LocalDate, Long>> enrolled;
    private final TreeHistory history;
    private final Map<AreaId, List<AreaId>> children;

    private TreeChanges(
            Map<AreaId, Area> areas,
            AreaId rootAreaId,
            Function<AreaId, Map<LocalDate, Long>> enrolled,
            TreeHistory history) {
        this.areas = areas;
        this.rootAreaId = rootAreaId;
        this.enrolled = enrolled;
        this.history = history;
        this.children = children(Area::parentId);
    }

    /**
     * The changes that affect any area of a campaign, earliest first.
     *
     * @param areas all defined areas, by area id
     * @param rootAreaId the root area of the campaign
     * @param enrolled the number of participants enrolled in an area and below it in the current tree, by day; empty if
     *     none are known
     */
    public static List<TreeChange> of(
            Map<AreaId, Area> areas, AreaId rootAreaId, Function<AreaId, Map<LocalDate, Long>> enrolled) {
        TreeHistory history = new TreeHistory(areas, rootAreaId);
        if (history.times().isEmpty()) {
            return List.of();
        }
        TreeChanges changes = new TreeChanges(areas, rootAreaId, enrolled, history);
        return history.times().stream().flatMap(at -> changes.at(at).stream()).toList();
    }

    private List<TreeChange> at(Instant at) {
        List<AreaId> moved = history.movedAt(at);
        Map<Together, List<AreaId>> together = new LinkedHashMap<>();
        moved.forEach(areaId -> together.computeIfAbsent(together(areaId, at), any -> new ArrayList<>())
                .add(areaId));
        together.keySet().removeIf(change -> change.losing.isEmpty() && change.gaining.isEmpty());
        if (together.isEmpty()) {
            return List.of();
        }
        Map<AreaId, List<AreaId>> childrenThen = children(area -> history.parentSince(area.areaId(), at));
        Set<AreaId> allMoved = Set.copyOf(moved);
        List<TreeChange> changes = new ArrayList<>();
        together.forEach((change, areaIds) -> changes.add(new TreeChange(
                at,
                change.from,
                change.to,
                areaIds,
                change.losing,
                change.gaining,
                change.isInTree ? people(areaIds, childrenThen, allMoved) : null)));
        return changes;
    }

    private Together together(AreaId areaId, Instant at) {
        Set<AreaId> before = history.aboveBefore(areaId, at);
        Set<AreaId> since = history.aboveSince(areaId, at);
        return new Together(
                history.parentBefore(areaId, at),
                history.parentSince(areaId, at),
                without(before, since),
                without(since, before),
                !history.aboveSince(areaId, Instant.MAX).isEmpty());
    }

    private static Set<AreaId> without(Set<AreaId> all, Set<AreaId> others) {
        return all.stream().filter(areaId -> !others.contains(areaId)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The participants enrolled now in the given areas and in those that were below them. An area below that moved at
     * the same time is left out together with everything below it: its participants are attributed to its own move.
     */
    private Map<LocalDate, Long> people(
            List<AreaId> areaIds, Map<AreaId, List<AreaId>> childrenThen, Set<AreaId> moved) {
        Map<LocalDate, Long> people = new HashMap<>();
        Set<AreaId> seen = new HashSet<>(areaIds);
        Deque<AreaId> open = new ArrayDeque<>(areaIds);
        while (!open.isEmpty()) {
            AreaId areaId = open.pop();
            add(people, enrolled.apply(areaId), 1);
            children.getOrDefault(areaId, List.of()).forEach(child -> add(people, enrolled.apply(child), -1));
            childrenThen.getOrDefault(areaId, List.of()).stream()
                    .filter(child -> !moved.contains(child) && seen.add(child))
                    .forEach(open::add);
        }
        people.values().removeIf(count -> count == 0);
        return people;
    }

    private static void add(Map<LocalDate, Long> sums, Map<LocalDate, Long> days, int sign) {
        days.forEach((day, count) -> sums.merge(day, sign * count, Long::sum));
    }

    private Map<AreaId, List<AreaId>> children(Function<Area, @Nullable AreaId> parent) {
        Map<AreaId, List<AreaId>> byParent = new HashMap<>();
        areas.values().forEach(area -> {
            AreaId parentId = parent.apply(area);
            // the root of the campaign may have a parent, but that parent is outside the tree
            if (parentId != null && !area.areaId().equals(rootAreaId)) {
                byParent.computeIfAbsent(parentId, any -> new ArrayList<>()).add(area.areaId());
            }
        });
        return byParent;
    }
}
