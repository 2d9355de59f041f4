package io.muster.domain.plan;

import org.jspecify.annotations.Nullable;

/** The running stock: participants before a campaign plus those enrolled in it. */
public final class Stock {

    private Stock() {}

    /** Baseline + enrolled; null without a baseline. */
    public static @Nullable Long of(@Nullable Long baseline, long enrolled) {
        return baseline == null ? null : baseline + enrolled;
    }

    /** 100 × stock ÷ target, as {@link Attainment#percent}; null if one of them is unknown, or the target is 0. */
    public static @Nullable Double percent(@Nullable Long stock, @Nullable Long stockTarget) {
        return stock == null ? null : Attainment.percent(stock, stockTarget);
    }
}
