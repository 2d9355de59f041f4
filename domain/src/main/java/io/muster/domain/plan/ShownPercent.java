package io.muster.domain.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A percentage as people read it: what is not reached never reads as 100, and what is begun never as 0. Published figures are rounded
 * half-up, see {@link Attainment}.
 */
public final class ShownPercent {

    private static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = new BigDecimal("100.00");
    private static final BigDecimal LEAST_STEP = BigDecimal.ONE.movePointLeft(DECIMALS);

    private ShownPercent() {}

    /**
     * 100 × part ÷ whole, rounded half-up to two decimals; where part is less than whole at most 99.99, where it is above 0 at
     * least 0.01.
     *
     * @param whole above 0
     */
    public static BigDecimal of(long part, long whole) {
        BigDecimal percent = BigDecimal.valueOf(part)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
        if (part < whole && percent.compareTo(HUNDRED) >= 0) {
            return HUNDRED.subtract(LEAST_STEP);
        }
        return part > 0 && percent.signum() == 0 ? LEAST_STEP : percent;
    }
}
