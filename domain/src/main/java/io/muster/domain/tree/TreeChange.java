package io.muster.domain.tree;

import io.muster.domain.AreaId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Areas that moved from one parent to another at the same time, and the effect on the counts of a campaign.
 *
 * @param from their parent before the move; null if they were roots
 * @param to their parent after the move; null if they became roots
 * @param moved the ids of the areas, in order
 * @param losing areas of the campaign that were above them before the move, but not after it
 * @param gaining areas of the campaign that were above them after the move, but not before it
 * @param people the number of participants, by day, who are enrolled now in the areas that moved or in those that were
 *     below them at that time; null if unknown, because the areas do not belong to the campaign now
 */
public record TreeChange(
        Instant at,
        @Nullable AreaId from,
        @Nullable AreaId to,
        List<AreaId> moved,
        Set<AreaId> losing,
        Set<AreaId> gaining,
        @Nullable Map<LocalDate, Long> people) {

    public TreeChange {
        moved = List.copyOf(moved);
        losing = Set.copyOf(losing);
        gaining = Set.copyOf(gaining);
        people = people == null ? null : Map.copyOf(people);
    }

    /** The ids of the areas that moved, and of their parents before and after the move. */
    public Stream<AreaId> named() {
        return Stream.concat(moved.stream(), Stream.of(from, to).filter(Objects::nonNull));
    }

    /** Whether the move changed which areas are counted in an area. */
    public boolean changes(AreaId areaId) {
        return losing.contains(areaId) || gaining.contains(areaId);
    }

    /** Whether the move changed which areas are counted in an area, or moved the area itself. */
    public boolean concerns(AreaId areaId) {
        return changes(areaId) || moved.contains(areaId);
    }

    /** The number of {@code people} on the given days; null if unknown. */
    public @Nullable Long people(Predicate<LocalDate> days) {
        return people == null
                ? null
                : (Long) people.entrySet().stream()
                        .filter(day -> days.test(day.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }

    /** By how much the move changed the count of an area on the given days; null if unknown. */
    public @Nullable Long net(AreaId areaId, Predicate<LocalDate> days) {
        if (!changes(areaId)) {
            return 0L;
        }
        Long sum = people(days);
        return sum == null || gaining.contains(areaId) ? sum : (Long) (-sum);
    }
}
