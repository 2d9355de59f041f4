package io.muster.simulation.traffic;

import io.muster.domain.statement.Gender;
import io.muster.domain.statement.Segments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fixed table of segments to draw from, so that statements share instances. */
final class SegmentsTable {

    private static final int SIZE = 1 << 10;
    private static final List<String> AGE_BANDS = List.of("15-24", "25-34", "35-44", "45-54", "55+");
    private static final List<String> OCCUPATIONS = List.of("farmer", "trader", "craft", "homemaker", "freelance");
    private static final List<String> INCOME_BANDS = List.of("under-3m", "3m-5m", "5m-10m", "over-10m");
    private static final double UNKNOWN = 0.08;

    private final Segments[] segments = new Segments[SIZE];

    SegmentsTable(FastRandom random) {
        for (int i = 0; i < SIZE; i++) {
            segments[i] = new Segments(
                    random.share() < 0.62 ? Gender.FEMALE : Gender.MALE,
                    known(AGE_BANDS, random),
                    known(OCCUPATIONS, random),
                    known(INCOME_BANDS, random));
        }
    }

    Segments draw(FastRandom random) {
        return segments[random.below(SIZE)];
    }

    private static @Nullable String known(List<String> values, FastRandom random) {
        return random.share() < UNKNOWN ? null : values.get(random.below(values.size()));
    }
}
