package io.muster.report.wording;

import static io.muster.domain.fixture.TestIds.areaId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.domain.reference.Area;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private final Wording vietnamese = new Wording(Language.VI);
    private final Wording english = new Wording(Language.EN);

    @Test
    void shouldFormatNumbersForTheLanguage() {
        assertThat(vietnamese.count(1_234_567)).isEqualTo("1.234.567");
        assertThat(english.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(vietnamese.percent(10_587, 1_000)).isEqualTo("1.058,70%");
        assertThat(english.percent(0, 5)).isEqualTo("0.00%");
        assertThat(english.percent(24_999, 25_000)).isEqualTo("99.99%");
        assertThat(vietnamese.percent(1, 25_000)).isEqualTo("0,01%");
    }

    @ParameterizedTest
    @CsvSource({
        "2023-05-12, 2023-05-18, 12 to 18 May 2023",
        "2023-04-28, 2023-05-04, 28 April to 4 May 2023",
        "2023-12-28, 2024-01-03, 28 December 2023 to 3 January 2024"
    })
    void shouldNotRepeatAMonthOrYear(LocalDate from, LocalDate last, String period) {
        assertThat(english.period(from, last)).isEqualTo(period);
    }

    @Test
    void shouldChooseSingularOrPlural() {
        assertThat(english.say("enrolled", 1, "1 May 2023", "1")).endsWith("1 new participant.");
        assertThat(english.say("enrolled", 0, "1 May 2023", "0")).endsWith("0 new participants.");
    }

    @Test
    void shouldFallBackToAnotherLanguageForNames() {
        assertThat(english.name(area(Map.of("vi", "Yên Dũng")))).isEqualTo("Yên Dũng");
        assertThat(vietnamese.name(area(Map.of("vi", "Yên Dũng", "en", "Yen Dung"))))
                .isEqualTo("Yên Dũng");
        assertThat(english.name(area(Map.of()))).isEqualTo("yen-dung");
    }

    @Test
    void shouldHaveEveryPhraseInEveryLanguage() throws IOException {
        assertThat(keys(Language.EN)).isNotEmpty().doesNotHaveDuplicates();
        assertThat(keys(Language.VI)).containsExactlyInAnyOrderElementsOf(keys(Language.EN));
        assertThatThrownBy(() -> english.say("nothing")).hasMessageContaining("nothing");
    }

    private static List<String> keys(Language language) throws IOException {
        String file = "phrases_" + language.tag() + ".properties";
        try (InputStream in = Objects.requireNonNull(Wording.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
        }
    }

    private static Area area(Map<String, String> names) {
        return new Area(areaId("yen-dung"), null, "district", "district", names, null, null);
    }
}
