package io.muster.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    @Test
    void shouldGoOnAtTheMeanOfTheRecentDays() {
        Projection projection = Projection.of(100, new long[] {10, 12, 8, 10, 10, 10, 10}, 14);

        assertThat(projection.perDay()).isEqualTo(10);
        assertThat(projection.total()).isEqualTo(240);
        // dispersion below 1 counts as 1: 1.2816 × √(10 × 14 × (1 + 14/7))
        assertThat(projection.high() - projection.total()).isEqualTo(1.2816 * Math.sqrt(420), within(1e-9));
        assertThat(projection.total() - projection.low()).isEqualTo(1.2816 * Math.sqrt(420), within(1e-9));
    }

    @Test
    void shouldBeLessSureWhereDaysDiffer() {
        Projection even = Projection.of(0, new long[] {10, 10, 10, 10, 10, 10, 10}, 10);
        Projection uneven = Projection.of(0, new long[] {0, 0, 35, 0, 0, 35, 0}, 10);

        assertThat(uneven.total()).isEqualTo(even.total());
        assertThat(uneven.low()).isLessThan(even.low());
        assertThat(uneven.high()).isGreaterThan(even.high());
    }

    @Test
    void shouldNotGoBelowWhatIsThere() {
        Projection fallen = Projection.of(50, new long[] {-3, 0, 0}, 10);

        assertThat(fallen.perDay()).isZero();
        assertThat(fallen.low()).isEqualTo(50);
        assertThat(fallen.total()).isEqualTo(50);
        assertThat(fallen.high()).isEqualTo(50);
    }

    @Test
    void shouldBeSureWhenNoDayIsLeft() {
        assertThat(Projection.of(70, new long[] {5, 5}, 0)).isEqualTo(new Projection(70, 70, 70, 5));
    }

    /** The interval is one of four in five: of many drives at a steady rate, about that many end in it. */
    @Test
    void shouldHoldWhatItSaysForSteadyDrives() {
        Random random = new Random(11);
        int within = 0;
        int drives = 20_000;
        for (int i = 0; i < drives; i++) {
            long[] recent = poisson(random, 40, Projection.DAYS);
            Projection projection = Projection.of(0, recent, 10);
            long came = 0;
            for (long day : poisson(random, 40, 10)) {
                came += day;
            }
            if (projection.low() <= came && came <= projection.high()) {
                within++;
            }
        }
        assertThat((double) within / drives).isBetween(0.8, 0.9);
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
