package io.muster.domain.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Figures as they are published: rounded half-up to two decimals. */
public final class TwoDecimals {

    private TwoDecimals() {}

    public static @Nullable Double of(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.setScale(2, RoundingMode.HALF_UP).doubleValue();
    }
}
