package io.muster.domain.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Competition ranks: equal figures share a rank, and the ranks they take up are skipped (1, 2, 2, 4). Ranks compare the
 * areas of one level.
 */
public final class Ranking {

    /** The last rank of a leader. All areas that share it are leaders. */
    public static final int LAST_LEADING_RANK = 5;

    private Ranking() {}

    /**
     * Ranks by count, the highest first.
     *
     * @param receiver takes each item with its rank, from 1, in the order of ranks
     */
    public static <T> void byCount(Collection<T> items, ToLongFunction<T> enrolled, ObjIntConsumer<T> receiver) {
        rank(items, Comparator.comparingLong(enrolled).reversed(), receiver);
    }

    /**
     * Ranks by attainment as it is published, the highest first.
     *
     * @param attainment null for an item without a target; such an item has no rank
     * @param receiver takes each ranked item with its rank, from 1, in the order of ranks
     */
    public static <T> void byAttainment(
            Collection<T> items, Function<T, @Nullable Double> attainment, ObjIntConsumer<T> receiver) {
        List<T> ranked = new ArrayList<>();
        for (T item : items) {
            if (attainment.apply(item) != null) {
                ranked.add(item);
            }
        }
        rank(
                ranked,
                Comparator.comparingDouble((T item) -> orZero(attainment.apply(item)))
                        .reversed(),
                receiver);
    }

    /**
     * Whether an area is among the leaders of its level.
     *
     * @param rank null if the area has no rank
     * @param figure the ranked count or attainment; null if the area has none. An area without one above 0 never leads.
     */
    public static boolean isLeading(@Nullable Integer rank, @Nullable Number figure) {
        return rank != null && rank <= LAST_LEADING_RANK && figure != null && figure.doubleValue() > 0;
    }

    /**
     * Ranks by any figure, the highest first.
     *
     * @return rank by item, from 1
     */
    public static <T, F extends Comparable<F>> Map<T, Integer> highestFirst(List<T> items, Function<T, F> figure) {
        Map<T, Integer> ranks = new HashMap<>();
        rank(items, Comparator.comparing(figure, Comparator.reverseOrder()), ranks::put);
        return ranks;
    }

    private static <T> void rank(Collection<T> items, Comparator<? super T> order, ObjIntConsumer<T> receiver) {
        List<T> sorted = new ArrayList<>(items);
        sorted.sort(order);
        int rank = 1;
        for (int i = 0; i < sorted.size(); i++) {
            if (i > 0 && order.compare(sorted.get(i - 1), sorted.get(i)) != 0) {
                rank = i + 1;
            }
            receiver.accept(sorted.get(i), rank);
        }
    }

    private static double orZero(@Nullable Double figure) {
        return figure == null ? 0 : figure;
    }
}
