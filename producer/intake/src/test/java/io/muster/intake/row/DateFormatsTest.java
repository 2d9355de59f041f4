package io.muster.intake.row;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DateFormatsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "164|dd/mm/yyyy|true",
                "164|[$-42A]d/m/yyyy;@|true",
                "164|[h]:mm|true",
                "164|\"ngày\" d|true",
                "22|m/d/yy h:mm|true",
                "14||true",
                "0||false",
                "164|General|false",
                "164|0.00E+00|false",
                "164|#,##0\\ \"đồng\"|false",
                "164|[Red]#,##0|false",
                "164|@|false",
                "164|000000000000|false",
            })
    void shouldDistinguishDatesFromNumbers(int id, String code, boolean isDate) {
        assertThat(DateFormats.isDate(id, code)).isEqualTo(isDate);
    }

    @ParameterizedTest
    @CsvSource({"00000, 5", "0.00, 0", "General, 0", ", 0"})
    void shouldCountTheDigitsOfAFixedWidthFormat(String code, int digits) {
        assertThat(DateFormats.fixedDigits(code)).isEqualTo(digits);
    }
}
