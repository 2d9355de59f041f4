package io.muster.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ProgressBarTest {

    @Test
    void shouldShowTheShareDone() {
        assertThat(ProgressBar.of(OptionalDouble.of(0))).isEqualTo("[--------------------]   0% ");
        assertThat(ProgressBar.of(OptionalDouble.of(0.305))).isEqualTo("[######--------------]  30% ");
        assertThat(ProgressBar.of(OptionalDouble.of(1))).isEqualTo("[####################] 100% ");
    }

    @Test
    void shouldShowNothingIfTheShareIsUnknown() {
        assertThat(ProgressBar.of(OptionalDouble.empty())).isEmpty();
    }
}
