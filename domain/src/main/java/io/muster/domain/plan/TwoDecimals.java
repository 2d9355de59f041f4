package io.muster.domain.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The rounding of published figures: half-up, to two decimals. */
public final class TwoDecimals {

    static final int DECIMALS = 2;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private TwoDecimals() {}

    public static @Nullable Double of(@Nullable BigDecimal figure) {
        return figure == null ? null : (Double) round(figure);
    }

    public static double of(double figure) {
        return round(BigDecimal.valueOf(figure));
    }

    /**
     * 100 × part ÷ whole, rounded.
     *
     * @param whole not 0
     */
    public static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }

    static double round(BigDecimal figure) {
        return figure.setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
    }
}
