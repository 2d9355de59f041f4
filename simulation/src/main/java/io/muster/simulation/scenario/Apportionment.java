package io.muster.simulation.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits a whole number in proportion to weights, into whole parts that add up to it. */
final class Apportionment {

    private Apportionment() {}

    /** Largest remainder method; ties go to the earlier part. */
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
