package io.muster.domain.plan;

/**
 * How many will be enrolled at the end, if it goes on as it went on the recent days.
 *
 * <p>Total: the mean rate r of the last k days, for the m days left. Seven days hold each weekday once.
 *
 * <p>Low and high have two parts. The first is chance: the counts of single days vary around the rate more than they would by chance alone
 * (quasi-Poisson; McCullagh and Nelder, Generalized Linear Models, 2nd ed. 1989, chapter 6), so m·r has the variance φ·r·m·(1 + m/k), of
 * those days and of the rate (Hahn and Meeker, Statistical Intervals, 1991, section 7.6), with φ = Σ(x − r)² / (r·(k − 1)), not less
 * than 1; z = {@value #Z} for one in ten on each side. The second is that the rate does not stay: drives have lulls, and often gain half of
 * their total in the last two weeks. So low takes half of the rate, and high twice of it. That factor comes from the sample drives, which are
 * made up: chance alone would have held what they came to on few of their mornings, both together on about eight of ten.
 *
 * <p>It knows nothing of the plan, and so of no surge that is foreseen. See {@link Pace#projectedByPlan} for that.
 *
 * @param total at the end of the campaign
 * @param low at half the rate, and with bad luck
 * @param high at twice the rate, and with good luck
 * @param perDay the rate r
 */
record Projection(double total, double low, double high, double perDay) {

    /** How many days the rate is taken from, at most. */
    static final int DAYS = 7;

    /** The 90 % quantile of the normal distribution. */
    static final double Z = 1.2816;

    private static final double RATE_FACTOR = 2;

    /**
     * @param enrolled before the days left
     * @param recent the counts of single days, at least one
     * @param daysLeft whose counts are not known
     */
    static Projection of(long enrolled, long[] recent, long daysLeft) {
        double sum = 0;
        for (long count : recent) {
            sum += count;
        }
        double rate = Math.max(0, sum / recent.length);
        double more = rate * daysLeft;
        double chance = Z * Math.sqrt(dispersion(recent, rate) * more * (1 + (double) daysLeft / recent.length));
        return new Projection(
                enrolled + more,
                enrolled + Math.max(0, more / RATE_FACTOR - chance),
                enrolled + more * RATE_FACTOR + chance,
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
