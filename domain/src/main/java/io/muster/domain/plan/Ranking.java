package io.muster.domain.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;

/** Competition ranks: equal figures share a rank, and the next rank is left out for each who shares (1, 2, 2, 4). */
public final class Ranking {

    private Ranking() {}

    /**
     * Ranks by a figure, the highest first.
     *
     * @return rank by item, from 1
     */
    public static <T, F extends Comparable<F>> Map<T, Integer> highestFirst(List<T> items, Function<T, F> figure) {
        Map<T, Integer> ranks = new HashMap<>();
        rank(items, Comparator.comparing(figure, Comparator.reverseOrder()), ranks::put);
        return ranks;
    }

    /**
     * Ranks in the order of a comparator; items that it takes for equal share a rank.
     *
     * @param receiver takes each item with its rank, from 1, in the order of ranks
     */
    public static <T> void rank(Collection<T> items, Comparator<? super T> order, ObjIntConsumer<T> receiver) {
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

    /** The rank of an item that was ranked. */
    public static <T> int rankOf(T item, Map<T, Integer> ranks) {
        Integer rank = ranks.get(item);
        if (rank == null) {
            throw new IllegalArgumentException(item + " was not ranked");
        }
        return rank;
    }
}
