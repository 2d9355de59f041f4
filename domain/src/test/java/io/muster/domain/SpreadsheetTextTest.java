package io.muster.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    private static final String ALPHABET = "=+-@\t\r\n'\" ,;ab１＝";
    private static final int TRIES = 200_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+84",
                "-3",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                "＝1",
                " =1",
                "\"=1",
                "'=1",
                "''-"
            })
    void shouldPutAnApostropheBeforeAFormula(String text) {
        String cell = SpreadsheetText.escape(text);

        assertThat(cell.stripLeading()).startsWith(text.startsWith("\"") ? "\"'=" : "'");
        assertThat(cell).hasSize(text.length() + 1);
        assertThat(SpreadsheetText.unescape(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Yên Dũng",
                "a=b",
                "Huyện - thị",
                "it's",
                "'quoted'",
                "'",
                "3-4",
                "a - b, c",
                "two\r\nlines"
            })
    void shouldLeaveOtherTextsUnchanged(String text) {
        assertThat(SpreadsheetText.escape(text)).isEqualTo(text);
        assertThat(SpreadsheetText.unescape(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"'a;=1', a;'=1", "'a,+1', 'a,''+1'", "'x;\"=1', x;\"'=1"})
    void shouldEscapeFormulasAfterAnyPossibleSeparator(String text, String cell) {
        assertThat(SpreadsheetText.escape(text)).isEqualTo(cell);
        assertThat(SpreadsheetText.unescape(cell)).isEqualTo(text);
    }

    @Test
    void shouldUnescapeEveryTextToTheOriginal() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            String text = random(random);

            String cell = SpreadsheetText.escape(text);

            assertThat(SpreadsheetText.unescape(cell)).as("seed " + seed).isEqualTo(text);
            assertThat(cell).as("seed " + seed).doesNotMatch("[=+\\-@\t\r\n＝](?s:.*)");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=1,b,-2 | ',' | '=1,b,'-2",
                "\"=1\",\"b\" | ',' | \"'=1\",\"b\"",
                "b; =1;'-2 | ; | b; '=1;'-2",
                "b,\"=1 | ',' | b,\"'=1",
            })
    void shouldEscapeTheCellsOfALine(String line, String separator, String escaped) {
        assertThat(SpreadsheetText.escapeLine(line, separator.charAt(separator.length() == 3 ? 1 : 0)))
                .isEqualTo(escaped);
    }

    @Test
    void shouldDistinguishATabSeparatorFromATabInACell() {
        assertThat(SpreadsheetText.escapeLine("a\t\t=1\t", '\t')).isEqualTo("a\t\t'=1\t");
        assertThat(SpreadsheetText.escapeLine("a,\tb", ',')).isEqualTo("a,'\tb");
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(8); left > 0; left--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
