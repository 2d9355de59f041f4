package io.muster.cli.rejections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordPositionTest {

    @ParameterizedTest
    @ValueSource(strings = {"muster.enrollments-2@17", "a-b-0@9223372036854775807"})
    void shouldParseItsOwnText(String text) {
        assertThat(RecordPosition.parse(text)).hasToString(text);
    }

    @Test
    void shouldParseTopicPartitionAndOffset() {
        assertThat(RecordPosition.parse("over-there-3@4")).isEqualTo(new RecordPosition("over-there", 3, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "muster.enrollments", "muster.enrollments-2", "-2@17", "x-2@", "x-2@-1", "x-9999999999@1"})
    void shouldExplainTheFormatOfAPosition(String text) {
        assertThatThrownBy(() -> RecordPosition.parse(text)).hasMessageContaining("muster.enrollments-2@17");
    }

    @Test
    void shouldOrderPartitionsAndOffsetsNumerically() {
        assertThat(RecordPosition.parse("t-2@9")).isLessThan(RecordPosition.parse("t-2@10"));
        assertThat(RecordPosition.parse("t-10@0")).isGreaterThan(RecordPosition.parse("t-2@10"));
    }
}
