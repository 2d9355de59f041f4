package io.muster.report.print;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "1, 1, 1",
        "6, 1, 6",
        "7, 2, 8",
        "3285, 1000, 4000",
        "5800, 1000, 6000",
        "98000, 20000, 100000"
    })
    void shouldHaveRoundMarks(double highest, long step, long most) {
        assertThat(Scale.upTo(highest)).isEqualTo(new Scale(step, most));
    }

    @Property
    void shouldCoverTheHighestValueWithFewMarks(@ForAll @DoubleRange(max = 1e12) double highest) {
        Scale scale = Scale.upTo(highest);

        assertThat((double) scale.most()).isGreaterThanOrEqualTo(highest);
        assertThat(scale.marks()).startsWith(0L).endsWith(scale.most()).hasSizeBetween(2, 7);
    }
}
