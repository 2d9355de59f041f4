package io.muster.cli.rejections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @ParameterizedTest
    @ValueSource(strings = {"muster.enrollments-2@17", "a-b-0@9223372036854775807"})
    void shouldReadWhatItPrints(String text) {
        assertThat(Position.parse(text)).hasToString(text);
    }

    @Test
    void shouldTakeTopicPartitionAndOffsetApart() {
        assertThat(Position.parse("over-there-3@4")).isEqualTo(new Position("over-there", 3, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "muster.enrollments", "muster.enrollments-2", "-2@17", "x-2@", "x-2@-1", "x-9999999999@1"})
    void shouldSayWhatAPositionLooksLike(String text) {
        assertThatThrownBy(() -> Position.parse(text)).hasMessageContaining("muster.enrollments-2@17");
    }

    @Test
    void shouldOrderNumbersAsNumbers() {
        assertThat(Position.parse("t-2@9")).isLessThan(Position.parse("t-2@10"));
        assertThat(Position.parse("t-10@0")).isGreaterThan(Position.parse("t-2@10"));
    }
}
