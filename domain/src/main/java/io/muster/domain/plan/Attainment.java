package io.muster.domain.plan;

import io.muster.domain.reference.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How much of a target is reached. */
public final class Attainment {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Attainment() {}

    /**
     * 100 × enrolled ÷ target, rounded half-up to two decimals (contract, rule 4). May pass 100.
     *
     * @return null without a target, or where the target is 0
     */
    public static @Nullable Double percent(long enrolled, @Nullable Long target) {
        Long aim = Target.aim(target);
        if (aim == null) {
            return null;
        }
        return BigDecimal.valueOf(enrolled)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(aim), 2, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
