package io.muster.simulation.scenario;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Seeded random numbers. Uses only methods of {@link Random} with a specified algorithm, so that a seed gives the same
 * samples on every Java version.
 */
final class SeededRandom {

    private final Random random;

    private SeededRandom(long seed) {
        this.random = new Random(seed);
    }

    /** A separate sequence per purpose, so that a change to one part of a sample does not affect the others. */
    static SeededRandom of(long seed, String purpose) {
        return new SeededRandom(seed * 31 + purpose.hashCode());
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** Uniform in [0, 1). */
    double share() {
        return random.nextDouble();
    }

    double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** Both ends included. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    /** Both ends included. */
    long between(long from, long to) {
        return from + (long) ((to - from + 1) * random.nextDouble());
    }

    <T> T oneOf(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** Draws the index of a weight, in proportion to the weights. */
    int weighted(List<Double> weights) {
        double left = weights.stream().mapToDouble(Double::doubleValue).sum() * random.nextDouble();
        for (int i = 0; i < weights.size() - 1; i++) {
            left -= weights.get(i);
            if (left < 0) {
                return i;
            }
        }
        return weights.size() - 1;
    }

    void shuffle(List<?> items) {
        Collections.shuffle(items, random);
    }

    UUID uuid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(0xC000L << 48)) | (0x8000L << 48);
        return new UUID(high, low);
    }

    /** 16 hex digits. */
    String hex() {
        String digits = Long.toHexString(random.nextLong());
        return "0".repeat(16 - digits.length()) + digits;
    }
}
