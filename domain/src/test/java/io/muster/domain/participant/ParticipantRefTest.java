package io.muster.domain.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.muster.domain.InvalidFieldException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParticipantRefTest {

    private static final byte[] SECRET = "a secret of the agency, 32 bytes".getBytes(StandardCharsets.UTF_8);
    private static final ParticipantKey KEY = ParticipantKey.of(SECRET);

    /**
     * The expected value is the output of {@code printf 024087001234 | openssl dgst -sha256 -hmac
     * 'a secret of the agency, 32 bytes' -binary | basenc --base64url}.
     */
    @Test
    void shouldEqualTheHmacThatOpensslComputes() {
        assertThat(ParticipantRef.of("024087001234", KEY).value())
                .isEqualTo("Xy2nm8S8vaGfHscxhLZVZ7dVDHqO2RRDsVXWfr0K_Ho");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 024087001234\n",
                "024 087 001 234",
                "024.087.001.234",
                "024-087-001\u2013234",
                "\u200b024087001234",
                "024\u00a0087001234",
                "\uff10\uff12\uff14\uff10\uff18\uff17\uff10\uff10\uff11\uff12\uff13\uff14"
            })
    void shouldIgnoreSpacesPunctuationAndWidth(String written) {
        assertThat(ParticipantRef.of(written, KEY)).isEqualTo(ParticipantRef.of("024087001234", KEY));
    }

    @Test
    void shouldIgnoreCase() {
        assertThat(ParticipantRef.of("gd4 24 2412345678", KEY)).isEqualTo(ParticipantRef.of("GD4242412345678", KEY));
    }

    @Test
    void shouldDependOnTheKey() {
        ParticipantKey other = ParticipantKey.of("another secret that has 32 bytes".getBytes(StandardCharsets.UTF_8));

        assertThat(ParticipantRef.of("024087001234", other)).isNotEqualTo(ParticipantRef.of("024087001234", KEY));
    }

    @Property(tries = 200)
    void shouldNeverContainTheNumber(@ForAll @NumericChars @StringLength(min = 6, max = 10) String number) {
        assertThat(ParticipantRef.of(number, KEY).toString()).hasSize(43).doesNotContain(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12345", "2.4087E+10", "24087001234", "Nguyễn Văn A", "024087001234;1"})
    void shouldRejectAnInvalidNumberWithoutShowingIt(String written) {
        assertThatThrownBy(() -> ParticipantRef.of(written, KEY))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageStartingWith("identityNumber ")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain(written.isBlank() ? "Nguyễn" : written);
    }

    @Test
    void shouldBringAWrittenReferenceToItsCanonicalForm() {
        assertThat(ParticipantRef.parse("\u00a0Ye\u0302n\u200b-\uff11")).isEqualTo(new ParticipantRef("Yên-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u200b", "a\nb"})
    void shouldRejectAWrittenReferenceThatIsInvalid(String written) {
        assertThatThrownBy(() -> ParticipantRef.parse(written))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageStartingWith("participantRef must not ");
    }

    @Test
    void shouldOrderReferencesLikeTheirText() {
        assertThat(Stream.of("p2", "q", "p10").map(ParticipantRef::new).sorted().map(ParticipantRef::toString))
                .containsExactly("p10", "p2", "q");
    }

    @Test
    void shouldParseTheKeyFromBase64() {
        String text = Base64.getEncoder().encodeToString(SECRET) + "\n";

        assertThat(ParticipantRef.of("024087001234", ParticipantKey.parse(text)))
                .isEqualTo(ParticipantRef.of("024087001234", KEY));
    }

    @Test
    void shouldRejectAShortOrMalformedKeyWithoutShowingIt() {
        assertThatThrownBy(() -> ParticipantKey.of(new byte[31]))
                .hasMessage("the participant key must have at least 32 bytes, but has 31;"
                        + " make one with: openssl rand -base64 32");
        assertThatThrownBy(() -> ParticipantKey.parse("not?base64"))
                .hasMessage("the participant key is not Base64; make one with: openssl rand -base64 32")
                .hasNoCause();
        assertThat(KEY.toString()).isEqualTo("participant key");
    }
}
