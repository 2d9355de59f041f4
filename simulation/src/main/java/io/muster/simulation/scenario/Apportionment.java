package io.muster.simulation.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides a whole number by weights, so that the parts are whole and sum to it. */
final class Apportionment {

    private Apportionment() {}

    /** By largest remainder; the first of equal remainders comes first. */
    static long[] divide(long total, List<Double> weights) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        double[] exact =
                weights.stream().mapToDouble(weight -> total * weight / sum).toArray();
        long[] parts = new long[exact.length];
        long left = total;
        for (int i = 0; i < exact.length; i++) {
            parts[i] = (long) exact[i];
            left -= parts[i];
        }
        int[] byRemainder = IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> parts[i] - exact[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < left; i++) {
            parts[byRemainder[i]]++;
        }
        return parts;
    }
}
