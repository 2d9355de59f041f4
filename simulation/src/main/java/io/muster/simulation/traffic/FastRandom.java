package io.muster.simulation.traffic;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** SplitMix64 (Steele, Lea and Flood 2014): fast random numbers, reproducible on every Java version. */
final class FastRandom {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    private static final double UNIT = 0x1.0p-53;

    private final byte[] digits = new byte[16];
    private long state;

    FastRandom(long seed) {
        this.state = seed;
    }

    private long bits() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 to less than 1. */
    double share() {
        return (bits() >>> 11) * UNIT;
    }

    /** From 0 to less than the bound. */
    int below(int bound) {
        return (int) (((bits() >>> 32) * bound) >>> 32);
    }

    /** From 0 to less than the bound. */
    long below(long bound) {
        return (long) (share() * bound);
    }

    UUID uuid() {
        long high = (bits() & ~0xF000L) | 0x4000L;
        long low = (bits() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low);
    }

    /** 16 hex digits. */
    String hex() {
        long value = bits();
        for (int i = 0; i < digits.length; i++) {
            digits[i] = HEX[(int) (value >>> (60 - 4 * i)) & 0xF];
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }
}
