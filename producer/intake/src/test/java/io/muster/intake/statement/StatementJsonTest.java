package io.muster.intake.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantKey;
import io.muster.domain.participant.ParticipantRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementJsonTest {

    private static final String NUMBER = "024098000123";
    private static final String OBJECT = """
            {"campaignId":"drive","identityNumber":"024098000123","status":"ENROLLED","areaId":"yen-dung",
            "enrolledOn":"2023-05-12","recordedAt":"2023-05-12T02:00:00Z","source":"office-1"}""";
    private static final ParticipantKey KEY =
            ParticipantKey.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));

    @Test
    void shouldReplaceAnIdentityNumberByAParticipantRef() throws IOException {
        StatementLine line = (StatementLine) read(Optional.of(KEY), OBJECT);

        assertThat(line.statement().participantRef()).isEqualTo(ParticipantRef.of(NUMBER, KEY));
    }

    @Test
    void shouldDeriveTheEventIdFromTheParticipantRef() throws IOException {
        String participantRef = ParticipantRef.of(NUMBER, KEY).value();
        String without = OBJECT.replace("identityNumber", "participantRef").replace(NUMBER, participantRef);
        String spaced = OBJECT.replace(NUMBER, "024 098 000 123");

        assertThat(read(Optional.of(KEY), OBJECT))
                .isEqualTo(read(Optional.empty(), without))
                .isEqualTo(read(Optional.of(KEY), spaced));
    }

    @Test
    void shouldRejectAnIdentityNumberWithoutAKey() throws IOException {
        assertRefused(read(Optional.empty(), OBJECT), "cannot be read without the participant key");
    }

    @Test
    void shouldRejectAnIdentityNumberTogetherWithAReference() throws IOException {
        assertRefused(
                read(Optional.of(KEY), OBJECT.replace("\"status\"", "\"participantRef\":\"p1\",\"status\"")),
                "is given together with a participantRef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"024098000123?", "24098000123", "2.45E+10"})
    void shouldRejectMalformedIdentityNumbers(String written) throws IOException {
        Line line = read(Optional.of(KEY), OBJECT.replace(NUMBER, written));

        assertRefused(line, "identityNumber: ");
        assertThat(line.toString()).doesNotContain(written);
    }

    @Test
    void shouldRejectAnIdentityNumberInAList() throws IOException {
        assertThat(((InvalidLine) read(
                                Optional.of(KEY), OBJECT.replace("\"" + NUMBER + "\"", "[" + "\"" + NUMBER + "\"]")))
                        .reason())
                .contains("identityNumber is a list or an object")
                .doesNotContain(NUMBER);
    }

    private static void assertRefused(Line line, String problem) {
        assertThat(line).isInstanceOfSatisfying(InvalidLine.class, bad -> {
            assertThat(bad.reason()).contains(problem).doesNotContain(NUMBER);
            assertThat(bad.problems()).singleElement().satisfies(found -> {
                assertThat(found.field()).isEqualTo("identityNumber");
                assertThat(found.value()).isNull();
            });
        });
    }

    private static Line read(Optional<ParticipantKey> key, String json) throws JsonProcessingException {
        return new StatementJson(key, NumericRefs.REFUSED)
                .read("request", 1, new ObjectMapper().readTree(json), Instant.parse("2023-06-01T00:00:00Z"));
    }
}
