package io.muster.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class BarTest {

    @Test
    void shouldShowHowMuchIsDone() {
        assertThat(Bar.of(OptionalDouble.of(0))).isEqualTo("[--------------------]   0% ");
        assertThat(Bar.of(OptionalDouble.of(0.305))).isEqualTo("[######--------------]  30% ");
        assertThat(Bar.of(OptionalDouble.of(1))).isEqualTo("[####################] 100% ");
    }

    @Test
    void shouldShowNothingWhereTheWholeIsNotKnown() {
        assertThat(Bar.of(OptionalDouble.empty())).isEmpty();
    }
}
