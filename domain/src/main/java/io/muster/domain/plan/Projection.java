package io.muster.domain.plan;

/**
 * The total at the end of a campaign if the rate of the recent days continues.
 *
 * <p>Total: the mean rate r of the last k days, times the m days left.
 *
 * <p>Low and high combine two effects. The first is chance: daily counts vary around the rate more than a Poisson count
 * does (quasi-Poisson; McCullagh and Nelder, Generalized Linear Models, 2nd ed. 1989, chapter 6). So m·r has the
 * variance φ·r·m·(1 + m/k), which covers both the days left and the estimated rate (Hahn and Meeker, Statistical
 * Intervals, 1991, section 7.6), with φ = max(1, Σ(x − r)² / (r·(k − 1))). z = {@value #Z} leaves one in ten on each
 * side. The second is that the rate changes: drives have lulls, and often gain half of their total in the last two
 * weeks. So low takes half the rate, and high takes twice the rate. That factor is fitted to the made-up sample drives:
 * chance alone covered the final total on few of their mornings, both effects together on about eight of ten.
 *
 * <p>This projection ignores the plan, and with it any planned surge. {@link Pace#projectedByPlan} does not.
 *
 * @param total at the end of the campaign
 * @param low at half the rate, at the lower end of the chance interval
 * @param high at twice the rate, at the upper end of the chance interval
 * @param perDay the rate r
 */
record Projection(double total, double low, double high, double perDay) {

    /** The 90 % quantile of the normal distribution. */
    static final double Z = 1.2816;

    private static final double RATE_FACTOR = 2;

    /**
     * @param enrolled by the end of the last full day
     * @param recent the counts of the last full days, at least one
     * @param daysLeft the number of days whose counts are not final
     */
    static Projection of(long enrolled, long[] recent, long daysLeft) {
        double sum = 0;
        for (long count : recent) {
            sum += count;
        }
        double rate = Math.max(0, sum / recent.length);
        double growth = rate * daysLeft;
        double chance = Z * Math.sqrt(dispersion(recent, rate) * growth * (1 + (double) daysLeft / recent.length));
        return new Projection(
                enrolled + growth,
                enrolled + Math.max(0, growth / RATE_FACTOR - chance),
                enrolled + growth * RATE_FACTOR + chance,
                rate);
    }

    private static double dispersion(long[] recent, double rate) {
        if (rate == 0 || recent.length < 2) {
            return 1;
        }
        double squares = 0;
        for (long count : recent) {
            squares += (count - rate) * (count - rate);
        }
        return Math.max(1, squares / (rate * (recent.length - 1)));
    }
}
