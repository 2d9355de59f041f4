package io.muster.dashboard.api;

import io.muster.domain.AreaId;
import io.muster.domain.alert.AlertRule;
import io.muster.domain.plan.PaceStatus;
import io.muster.domain.reference.FoldedName;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Filter and order of a list of areas.
 *
 * @param parent only areas directly below this one
 * @param search part of a name or id; ignores case, diacritics and spaces
 * @param alert only areas with a firing alert of this rule
 * @param sort sort key, prefixed with "-" for the reverse order
 */
public record AreaQuery(
        Optional<String> level,
        Optional<AreaId> parent,
        Optional<String> search,
        Optional<PaceStatus> status,
        Optional<AlertRule> alert,
        String sort) {

    /** By rank, the highest count first. */
    public static final String DEFAULT_SORT = "count";

    private static final Comparator<AreaFigures> BY_ID =
            Comparator.comparing(area -> area.row().areaId());

    private static final Map<String, Comparator<AreaFigures>> SORTS = Map.of(
            DEFAULT_SORT,
            Comparator.comparingInt(area -> area.row().rankByCount()),
            "rate",
            nullsLast(area -> area.row().rankByAttainment()),
            "gap",
            nullsLast(AreaFigures::gap),
            "name",
            Comparator.comparing(AreaQuery::nameToSort),
            "today",
            Comparator.comparing(area -> -area.row().today()),
            "last7Days",
            Comparator.comparing(area -> -area.row().last7Days()));

    /** @throws ApiException if the sort key is unknown */
    public AreaQuery {
        if (!SORTS.containsKey(figure(sort))) {
            throw ApiException.badRequest("sort=" + sort + " is not known; write one of "
                    + String.join(", ", SORTS.keySet().stream().sorted().toList()) + ", or - before it");
        }
    }

    private static String figure(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    private static <C extends Comparable<C>> Comparator<AreaFigures> nullsLast(
            java.util.function.Function<AreaFigures, @Nullable C> figure) {
        return (one, other) -> {
            C first = figure.apply(one);
            C second = figure.apply(other);
            return first == null || second == null
                    ? Boolean.compare(first == null, second == null)
                    : first.compareTo(second);
        };
    }

    private static String nameToSort(AreaFigures area) {
        Map<String, String> names = area.names();
        String name = Objects.requireNonNullElseGet(
                names.get("vi"),
                () -> names.values().stream().sorted().findFirst().orElse(""));
        return FoldedName.of(name);
    }

    /** Whether the query selects a whole level, or all children of a parent. */
    boolean isWhole() {
        return (level.isPresent() || parent.isPresent()) && search.isEmpty() && status.isEmpty() && alert.isEmpty();
    }

    Stream<AreaFigures> of(Stream<AreaFigures> areas) {
        Comparator<AreaFigures> order = Objects.requireNonNull(SORTS.get(figure(sort)));
        return areas.filter(matching()).sorted((sort.startsWith("-") ? order.reversed() : order).thenComparing(BY_ID));
    }

    private Predicate<AreaFigures> matching() {
        Optional<String> folded = search.map(FoldedName::of);
        return area -> level.map(wanted -> wanted.equals(area.row().level())).orElse(true)
                && parent.map(wanted -> wanted.equals(area.row().parentId())).orElse(true)
                && status.map(wanted -> wanted == area.row().pace().status()).orElse(true)
                && alert.map(area.alerts()::contains).orElse(true)
                && folded.map(part -> isCalled(area, part)).orElse(true);
    }

    private static boolean isCalled(AreaFigures area, String folded) {
        return area.names().values().stream()
                        .anyMatch(name -> FoldedName.of(name).contains(folded))
                || area.row().areaId().value().toLowerCase(Locale.ROOT).contains(folded);
    }
}
