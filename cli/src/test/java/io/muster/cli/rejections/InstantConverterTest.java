package io.muster.cli.rejections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantConverterTest {

    private final InstantConverter converter = new InstantConverter();

    @ParameterizedTest
    @CsvSource({
        "2023-05-18, 2023-05-18T00:00:00Z",
        "2023-05-18T08:30:00Z, 2023-05-18T08:30:00Z",
        "2023-05-18T08:30:00+07:00, 2023-05-18T01:30:00Z"
    })
    void shouldParseTimesAndDays(String text, Instant moment) {
        assertThat(converter.convert(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2023-05-18T08:30:00", "2023-02-30", ""})
    void shouldExplainTheFormatOfATime(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("2023-05-18T08:30:00+07:00");
    }
}
