package io.muster.cli.rejections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {

    @Test
    void shouldPrintATextKey() {
        assertThat(TerminalText.key("bac-giang-2023:Nguyễn 7".getBytes(UTF_8))).isEqualTo("bac-giang-2023:Nguyễn 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drive:024098000123",
                "drive:123456789",
                "drive:\uff10\uff12\uff14098000123",
                "drive: 024098000123 ",
                "024098000123"
            })
    void shouldMaskAnIdentityNumberInAKey(String key) {
        assertThat(TerminalText.key(key.getBytes(UTF_8)))
                .endsWith("(a bare number, not shown)")
                .doesNotContain("098000123", "123456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drive:12345678", "drive:p024098000123", "202305123456:p1"})
    void shouldNotMaskOtherNumbersInAKey(String key) {
        assertThat(TerminalText.key(key.getBytes(UTF_8))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u001b[2Jb", "a\u202eb", "a\u2028b"})
    void shouldNotPrintABlankKeyOrOneWithControlCharacters(String key) {
        assertThat(TerminalText.key(key.getBytes(UTF_8))).isNull();
    }

    @Test
    void shouldNotPrintABinaryOrMissingKey() {
        assertThat(TerminalText.key(new byte[] {'a', (byte) 0xff})).isNull();
        assertThat(TerminalText.key(null)).isNull();
    }

    @Test
    void shouldPutAMessageOnOneLine() {
        assertThat(TerminalText.text("first\r\nsecond\u001b[31m red")).isEqualTo("first  second [31m red");
    }

    @Test
    void shouldTruncateLongTextBetweenCharacters() {
        assertThat(TerminalText.text("x".repeat(600))).hasSize(600);
        assertThat(TerminalText.text("x".repeat(601))).isEqualTo("x".repeat(600) + "…");
        assertThat(TerminalText.text("x".repeat(599) + "😀😀")).isEqualTo("x".repeat(599) + "…");
    }
}
