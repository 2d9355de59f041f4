package io.muster.domain.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Competition ranks: equal figures share a rank, and the next rank is left out for each who shares (1, 2, 2, 4). */
public final class Ranking {

    private Ranking() {}

    /**
     * Ranks by a figure, the highest first.
     *
     * @return rank by item, from 1
     */
    public static <T, F extends Comparable<F>> Map<T, Integer> highestFirst(List<T> items, Function<T, F> figure) {
        List<T> sorted = items.stream()
                .sorted(Comparator.comparing(figure, Comparator.reverseOrder()))
                .toList();
        Map<T, Integer> ranks = new HashMap<>();
        int rank = 1;
        for (int i = 0; i < sorted.size(); i++) {
            if (i > 0 && !figure.apply(sorted.get(i)).equals(figure.apply(sorted.get(i - 1)))) {
                rank = i + 1;
            }
            ranks.put(sorted.get(i), rank);
        }
        return ranks;
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
