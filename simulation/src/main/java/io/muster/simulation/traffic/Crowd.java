package io.muster.simulation.traffic;

import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of segments to draw from, so that no statement needs new ones. */
final class Crowd {

    private static final int SIZE = 1 << 10;
    private static final List<String> AGE_BANDS = List.of("15-24", "25-34", "35-44", "45-54", "55+");
    private static final List<String> OCCUPATIONS = List.of("farmer", "trader", "craft", "homemaker", "freelance");
    private static final List<String> INCOME_BANDS = List.of("under-3m", "3m-5m", "5m-10m", "over-10m");
    private static final double UNKNOWN = 0.08;

    private final Segments[] segments = new Segments[SIZE];

    Crowd(Dice dice) {
        for (int i = 0; i < SIZE; i++) {
            segments[i] = new Segments(
                    dice.share() < 0.62 ? Gender.FEMALE : Gender.MALE,
                    known(AGE_BANDS, dice),
                    known(OCCUPATIONS, dice),
                    known(INCOME_BANDS, dice));
        }
    }

    Segments somebody(Dice dice) {
        return segments[dice.below(SIZE)];
    }

    private static @Nullable String known(List<String> values, Dice dice) {
        return dice.share() < UNKNOWN ? null : values.get(dice.below(values.size()));
    }
}
