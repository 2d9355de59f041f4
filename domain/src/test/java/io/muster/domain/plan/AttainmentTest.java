package io.muster.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/rules.md, rule 4. The first two figures were published. */
class AttainmentTest {

    @ParameterizedTest
    @CsvSource({
        "1928, 3285, 58.69",
        "318, 285, 111.58",
        "80, 71, 112.68",
        "0, 71, 0",
        "71, 71, 100",
        "1, 3, 33.33",
        "2, 3, 66.67",
        "1, 800, 0.13",
        "1, 801, 0.12",
        "1, 20001, 0",
        "9223372036854775807, 1, 922337203685477580700"
    })
    void shouldRoundHalfUpToTwoDecimals(long enrolled, long target, double percent) {
        assertThat(Attainment.percent(enrolled, target)).isEqualTo(percent);
    }

    @Test
    void shouldBeNullWithoutATarget() {
        assertThat(Attainment.percent(5, null)).isNull();
        assertThat(Attainment.percent(5, 0L)).isNull();
    }
}
