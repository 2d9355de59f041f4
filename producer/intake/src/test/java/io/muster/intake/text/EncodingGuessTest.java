package io.muster.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EncodingGuessTest {

    @ParameterizedTest
    @CsvSource({"E1 BB, UTF_8", "E9 6D 65, WINDOWS_1258", "E1 BB 20 E1 BB, UTF_8", "41 42, UTF_8"})
    void shouldDistinguishLettersFromContinuationBytes(String hex, TextEncoding guess) {
        String[] parts = hex.split(" ", -1);
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < parts.length; i++) {
            bytes[i] = (byte) Integer.parseInt(parts[i], 16);
        }

        assertThat(EncodingGuess.of(List.of(bytes))).isEqualTo(guess);
    }
}
