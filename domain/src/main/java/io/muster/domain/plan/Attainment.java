package io.muster.domain.plan;

import io.muster.domain.reference.Target;
import org.jspecify.annotations.Nullable;

/** How much of a target is reached. */
public final class Attainment {

    private Attainment() {}

    /**
     * 100 × enrolled ÷ target, rounded half-up to two decimals. May exceed 100.
     *
     * @return null if there is no target or the target is 0
     */
    public static @Nullable Double percent(long enrolled, @Nullable Long target) {
        Long aim = Target.aim(target);
        return aim == null ? null : (Double) TwoDecimals.percent(enrolled, aim).doubleValue();
    }
}
