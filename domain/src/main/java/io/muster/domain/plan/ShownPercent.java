package io.muster.domain.plan;

import java.math.BigDecimal;

/**
 * A percentage for people to read: below 100 it never shows as 100, and above 0 it never shows as 0. Published records
 * carry the plain rounded figure, see {@link Attainment}.
 */
public final class ShownPercent {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100).setScale(TwoDecimals.DECIMALS);
    private static final BigDecimal SMALLEST_STEP = BigDecimal.ONE.movePointLeft(TwoDecimals.DECIMALS);

    private ShownPercent() {}

    /**
     * 100 × part ÷ whole, rounded half-up to two decimals; at most 99.99 if part is less than whole, and at least 0.01
     * if part is above 0.
     *
     * @param whole above 0
     */
    public static BigDecimal of(long part, long whole) {
        BigDecimal percent = TwoDecimals.percent(part, whole);
        if (part < whole && percent.compareTo(HUNDRED) >= 0) {
            return HUNDRED.subtract(SMALLEST_STEP);
        }
        return part > 0 && percent.signum() == 0 ? SMALLEST_STEP : percent;
    }
}
