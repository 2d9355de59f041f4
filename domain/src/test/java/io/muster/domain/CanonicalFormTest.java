package io.muster.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yên-12",
                "Ye\u0302n-12",
                " Yên-12\t",
                "\u00a0Yên-12\u3000",
                "Yên\u200b-12",
                "\ufeffYên-12",
                "Yên\u00ad-12",
                "\u200eYên-12\u202c",
                "Yên-\u206012",
                "Yên-12\ufe0f",
                "Ye\u034f\u0302n-12",
                "Yên-\uff11\uff12",
                "Ｙên\uff0d12",
                "Yên-\u0661\u0662"
            })
    void shouldMapTextsThatLookTheSameToOneForm(String written) {
        assertThat(CanonicalForm.of(written)).isEqualTo("Yên-12");
    }

    @Test
    void shouldKeepCanonicalTextUnchanged() {
        String ascii = "bac-giang-2023";

        assertThat(CanonicalForm.of(ascii)).isSameAs(ascii);
        assertThat(CanonicalForm.of("Yên Dũng 𠀋")).isEqualTo("Yên Dũng 𠀋");
        assertThat(CanonicalForm.of("a\u00a0b")).isEqualTo("a b");
        assertThat(CanonicalForm.of("\u200b \u00a0")).isEmpty();
        assertThat(CanonicalForm.ofNullable(" \u200b")).isNull();
        assertThat(CanonicalForm.ofNullable(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "200B, 'must not contain U+200B ZERO WIDTH SPACE at character 2, which is invisible'",
        "202E, 'must not contain U+202E RIGHT-TO-LEFT OVERRIDE at character 2, which is invisible'",
        "00AD, 'must not contain U+00AD SOFT HYPHEN at character 2, which is invisible'",
        "E0101, 'must not contain U+E0101 VARIATION SELECTOR-18 at character 2, which is invisible'",
        "00A0, 'must not contain U+00A0 NO-BREAK SPACE at character 2, write a plain space'",
        "FF11, 'must not contain U+FF11 FULLWIDTH DIGIT ONE at character 2, write 1'",
        "0301, 'must not contain U+0301 COMBINING ACUTE ACCENT at character 2, which is not composed (Unicode NFC)'",
        "212B, 'must not contain U+212B ANGSTROM SIGN at character 2, which is not composed (Unicode NFC)'"
    })
    void shouldNameTheOffendingCharacter(String hex, String problem) {
        String id = "a" + Character.toString(Integer.parseInt(hex, 16)) + "z";

        assertThat(Ids.problem(id, "")).isEqualTo(problem);
    }

    @Test
    void shouldRejectALoneSurrogate() {
        String half = "p\ud840";

        assertThat(Ids.problem(half, "")).contains("U+D840", "which is half a character");
        assertThat(Ids.problem(CanonicalForm.of(half), "")).contains("U+D840");
    }

    @Test
    void shouldNameTheFirstHiddenCharacter() {
        assertThat(CanonicalForm.hiddenIn("ENROLLED\u200b")).isEqualTo("U+200B ZERO WIDTH SPACE at character 9");
        assertThat(CanonicalForm.hiddenIn("𠀋\u200e")).isEqualTo("U+200E LEFT-TO-RIGHT MARK at character 2");
        assertThat(CanonicalForm.hiddenIn("a\nb")).isEqualTo("U+000A LINE FEED (LF) at character 2");
        assertThat(CanonicalForm.hiddenIn("Yên Dũng")).isNull();
    }

    /** The check rejects text that is not canonical, and canonical text only for control characters and surrogates. */
    @Property
    void shouldAcceptCanonicalTextAndRejectAnyOther(@ForAll("texts") String written) {
        String form = CanonicalForm.of(written);

        assertThat(CanonicalForm.of(form)).isEqualTo(form);
        assertThat(Normalizer.isNormalized(form, Normalizer.Form.NFC)).isTrue();
        if (form.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE || isControl(c))) {
            assertThat(CanonicalForm.problem(form)).isNull();
        }
        if (!form.equals(written)) {
            assertThat(CanonicalForm.problem(written)).isNotNull();
        }
    }

    private static boolean isControl(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> odd = Arbitraries.of(
                "a",
                "e",
                "\u0302",
                "\u0301",
                "\u0323",
                " ",
                "\u00a0",
                "\u200b",
                "\u034f",
                "\uff11",
                "\u0661",
                "\u1ea1",
                "\u2126",
                "\u2000",
                "\u037e",
                "\u1100",
                "\u1161",
                "\ufb1d",
                "𠀋",
                "\ud834\udd5e",
                "\u115f",
                "\ud800");
        Arbitrary<String> any =
                Arbitraries.integers().between(0, Character.MAX_CODE_POINT).map(Character::toString);
        return Arbitraries.oneOf(odd, any).list().ofMaxSize(6).map(parts -> String.join("", parts));
    }
}
