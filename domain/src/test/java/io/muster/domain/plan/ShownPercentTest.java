package io.muster.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownPercentTest {

    @ParameterizedTest
    @CsvSource({
        "24999, 25000, 99.99",
        "25000, 25000, 100.00",
        "25001, 25000, 100.00",
        "1, 25000, 0.01",
        "1, 1000000, 0.01",
        "0, 25000, 0.00",
        "999999999, 1000000000, 99.99",
        "1928, 3285, 58.69",
        "169, 150, 112.67",
        "1, 800, 0.13",
    })
    void shouldNeverShow100BelowTheTargetOr0AboveZero(long part, long whole, String shown) {
        assertThat(ShownPercent.of(part, whole)).isEqualTo(shown);
    }

    @Property
    void shouldRoundHalfUpExceptNear0And100(
            @ForAll @LongRange(min = 0, max = 2_000_000) long part,
            @ForAll @LongRange(min = 1, max = 1_000_000) long whole) {
        BigDecimal exact = BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 10, RoundingMode.DOWN);
        BigDecimal shown = ShownPercent.of(part, whole);

        assertThat(shown.subtract(exact).abs()).isLessThanOrEqualTo(new BigDecimal("0.01"));
        assertThat(shown.compareTo(new BigDecimal("100")) >= 0).isEqualTo(part >= whole);
        assertThat(shown.signum() > 0).isEqualTo(part > 0);
    }
}
