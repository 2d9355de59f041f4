package io.muster.domain.plan;

/**
 * How many will be enrolled at the end, if it goes on as it went on the recent days.
 *
 * <p>Model: the counts of single days vary around one rate, more than by chance alone (quasi-Poisson; McCullagh and Nelder, Generalized
 * Linear Models, 2nd ed. 1989, chapter 6). From k days with mean r the next m days bring m·r, with the variance
 * φ·r·m·(1 + m/k): the chance of those days and the uncertainty of the rate (Hahn and Meeker, Statistical Intervals, 1991, section 7.6).
 * φ = Σ(x − r)² / (r·(k − 1)), not less than 1. Seven days hold each weekday once.
 *
 * <p>It knows nothing of deadlines: drives often gain half of their total in the last two weeks. See {@link Pace#projectedByPlan} for that.
 *
 * @param total at the end of the campaign
 * @param low in one of ten cases it will be less
 * @param high in one of ten cases it will be more
 * @param perDay the rate r
 */
record Projection(double total, double low, double high, double perDay) {

    /** How many days the rate is taken from, at most. */
    static final int DAYS = 7;

    /** The 90 % quantile of the normal distribution. */
    private static final double Z = 1.2816;

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
        double deviation = Math.sqrt(dispersion(recent, rate) * more * (1 + (double) daysLeft / recent.length));
        return new Projection(
                enrolled + more, enrolled + Math.max(0, more - Z * deviation), enrolled + more + Z * deviation, rate);
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
