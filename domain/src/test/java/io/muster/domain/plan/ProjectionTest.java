package io.muster.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    @Test
    void shouldContinueAtTheMeanOfTheRecentDays() {
        Projection projection = Projection.of(100, new long[] {10, 12, 8, 10, 10, 10, 10}, 14);

        assertThat(projection.perDay()).isEqualTo(10);
        assertThat(projection.total()).isEqualTo(240);
        // dispersion below 1 counts as 1: 1.2816 × √(10 × 14 × (1 + 14/7))
        assertThat(projection.high()).isEqualTo(100 + 2 * 140 + 1.2816 * Math.sqrt(420), within(1e-9));
        assertThat(projection.low()).isEqualTo(100 + 140 / 2.0 - 1.2816 * Math.sqrt(420), within(1e-9));
    }

    @Test
    void shouldWidenTheRangeWhenDaysDiffer() {
        Projection even = Projection.of(0, new long[] {10, 10, 10, 10, 10, 10, 10}, 10);
        Projection uneven = Projection.of(0, new long[] {0, 0, 35, 0, 0, 35, 0}, 10);

        assertThat(uneven.total()).isEqualTo(even.total());
        assertThat(uneven.low()).isLessThan(even.low());
        assertThat(uneven.high()).isGreaterThan(even.high());
    }

    @Test
    void shouldNotProjectLessThanIsEnrolled() {
        Projection fallen = Projection.of(50, new long[] {-3, 0, 0}, 10);

        assertThat(fallen.perDay()).isZero();
        assertThat(fallen.low()).isEqualTo(50);
        assertThat(fallen.total()).isEqualTo(50);
        assertThat(fallen.high()).isEqualTo(50);
    }

    @Test
    void shouldHaveNoRangeWhenNoDayIsLeft() {
        assertThat(Projection.of(70, new long[] {5, 5}, 0)).isEqualTo(new Projection(70, 70, 70, 5));
    }

    @Test
    void shouldCoverMostDrivesWhoseRateHalvesOrDoubles() {
        assertThat(covered(20)).isGreaterThan(0.9);
        assertThat(covered(80)).isGreaterThan(0.7);
        assertThat(covered(5)).isLessThan(0.01);
        assertThat(covered(160)).isLessThan(0.01);
    }

    /**
     * The share of simulated drives that end between low and high. The recent days have a rate of 40, the remaining
     * days the given rate.
     */
    private static double covered(double rate) {
        Random random = new Random(11);
        int within = 0;
        int drives = 5_000;
        for (int i = 0; i < drives; i++) {
            Projection projection = Projection.of(0, poisson(random, 40, LastSevenDays.LENGTH), 10);
            long came = Arrays.stream(poisson(random, rate, 10)).sum();
            if (projection.low() <= came && came <= projection.high()) {
                within++;
            }
        }
        return (double) within / drives;
    }

    private static long[] poisson(Random random, double rate, int days) {
        long[] counts = new long[days];
        for (int i = 0; i < days; i++) {
            double product = random.nextDouble();
            while (product > Math.exp(-rate)) {
                counts[i]++;
                product *= random.nextDouble();
            }
        }
        return counts;
    }
}
