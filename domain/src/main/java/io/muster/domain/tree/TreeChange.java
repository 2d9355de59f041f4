package io.muster.domain.tree;

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
 * Areas that got another parent at the same time, and what that did to the counts of a campaign.
 *
 * @param from the area above them before; null where they were roots
 * @param to the area above them since; null where they are roots
 * @param moved by area id
 * @param losing the areas of the campaign that they were below before, and are not since
 * @param gaining the areas of the campaign that they are below since, and were not before
 * @param people who is enrolled now, by day, in what was below them then; null where that is not known, because they do not belong
 *     to the campaign now
 */
public record TreeChange(
        Instant at,
        @Nullable String from,
        @Nullable String to,
        List<String> moved,
        Set<String> losing,
        Set<String> gaining,
        @Nullable Map<LocalDate, Long> people) {

    public TreeChange {
        moved = List.copyOf(moved);
        losing = Set.copyOf(losing);
        gaining = Set.copyOf(gaining);
        people = people == null ? null : Map.copyOf(people);
    }

    /** The ids of the areas that moved and of those above them before and since. */
    public Stream<String> named() {
        return Stream.concat(moved.stream(), Stream.of(from, to).filter(Objects::nonNull));
    }

    /** Whether it changed what counts in an area. */
    public boolean changes(String areaId) {
        return losing.contains(areaId) || gaining.contains(areaId);
    }

    /** Whether it changed what counts in an area, or moved the area itself. */
    public boolean concerns(String areaId) {
        return changes(areaId) || moved.contains(areaId);
    }

    /** Who is enrolled on these days in what moved; null where that is not known. */
    public @Nullable Long people(Predicate<LocalDate> days) {
        return people == null
                ? null
                : (Long) people.entrySet().stream()
                        .filter(day -> days.test(day.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }

    /** By how much it changed the count of an area on these days; null where that is not known. */
    public @Nullable Long net(String areaId, Predicate<LocalDate> days) {
        if (!changes(areaId)) {
            return 0L;
        }
        Long sum = people(days);
        return sum == null || gaining.contains(areaId) ? sum : (Long) (-sum);
    }
}
