package io.muster.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

    private final DurationConverter converter = new DurationConverter();

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "15s, PT15S", "10 m, PT10M", "2h, PT2H", "1d, PT24H"})
    void shouldParseDurations(String text, Duration expected) {
        assertThat(converter.convert(text)).isEqualTo(expected);
    }

    @Test
    void shouldExplainTheFormatOfADuration() {
        assertThatThrownBy(() -> converter.convert("soon"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'soon'")
                .hasMessageContaining("15s");
    }
}
