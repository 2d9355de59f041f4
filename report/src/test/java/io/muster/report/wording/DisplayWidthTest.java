package io.muster.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

    @ParameterizedTest
    @CsvSource({"Yen Dung, 8", "Yên Dũng, 8", "Lục Ngạn, 8", "北江, 4", "'', 0"})
    void shouldCountColumnsOfComposedAndDecomposedText(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
        assertThat(DisplayWidth.of(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(columns);
    }

    @Test
    void shouldAlignComposedAndDecomposedNames() {
        TextTable table = new TextTable(List.of(TextTable.Align.LEFT, TextTable.Align.RIGHT));
        table.row(List.of("Sơn Động", "169"));
        table.row(List.of(Normalizer.normalize("Yên Dũng", Normalizer.Form.NFD), "8"));

        assertThat(table.lines())
                .map(line -> Normalizer.normalize(line, Normalizer.Form.NFC))
                .containsExactly("Sơn Động  169", "Yên Dũng    8");
    }

    @Test
    void shouldNotSeparateALetterFromItsDiacritics() {
        String decomposed = Normalizer.normalize("Sơn Động", Normalizer.Form.NFD);

        assertThat(DisplayWidth.cut(decomposed, 7)).isEqualTo("Sơn Độ…");
        assertThat(DisplayWidth.cut(decomposed, 8)).isEqualTo(decomposed);
        assertThat(DisplayWidth.cut(decomposed, 0)).isEmpty();
    }
}
