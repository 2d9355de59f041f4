package io.muster.gateway.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.muster.domain.fixture.FuzzedInputs;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantKey;
import io.muster.domain.statement.Statement;
import io.muster.domain.statement.StatementRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes request bodies in each format, alone and among valid records. */
class RequestBodyFuzzTest {

    private static final FuzzedInputs INPUTS = new FuzzedInputs("bodies of requests", 64);
    private static final String NUMBER = "024098000123";
    private static final BodyLimits LIMITS = new BodyLimits(64 * 1024, 100, Duration.ofSeconds(2));
    private static final String RECORD = """
            {"campaignId":"drive","participantRef":"%s","status":"ENROLLED","areaId":"yen-dung",\
            "enrolledOn":"2023-05-18",\
            "recordedAt":"2023-05-18T08:30:00+07:00","source":"office-1"}""";
    private static final String EVENT = """
            {"specversion":"1.0","type":"io.muster.enrollment","source":"/office/1","id":"A-1",\
            "time":"2023-05-18T01:30:00Z",\
            "datacontenttype":"application/json","data":%s}""";

    private final RecordReader reader = new RecordReader(
            LIMITS,
            Optional.of(ParticipantKey.of(new byte[32])),
            NumericRefs.REFUSED,
            InstantSource.fixed(Instant.parse("2023-05-18T09:00:00Z")));

    static Stream<byte[]> seeds() {
        String record = RECORD.formatted("p1");
        String numbered = RECORD.formatted(NUMBER);
        return Stream.of(
                        record,
                        "[" + record + "," + record + "]",
                        record + "\n\n" + record + "\r\n7",
                        numbered,
                        numbered.replace("participantRef", "identityNumber"),
                        numbered.replace("participantRef", "identityNumber").replace("drive", ""),
                        "{\"" + NUMBER + "\":1,\"" + NUMBER + "\":2}",
                        EVENT.formatted(record),
                        "[" + EVENT.formatted(numbered) + ","
                                + EVENT.formatted("{}").replace("1.0", "0.3") + "]",
                        EVENT.formatted("\"e30=\"").replace("\"data\"", "\"data_base64\""),
                        "ce-specversion: 1.0\nce-type: io.muster.enrollment\nce-source: /office/1\nce-id: 7\n"
                                + "ce-time: 2023-05-18T01:30:00Z\n\n" + record)
                .map(text -> text.getBytes(UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void shouldAcceptOrRejectEachRecord(byte[] bytes) throws Exception {
        INPUTS.run(() -> {
            for (BodyForm form : BodyForm.values()) {
                check(form, bytes, Map.of());
            }
            checkEvent(bytes);
            checkUnpacked(bytes);
            checkBetween(BodyForm.LINES, "", "\n" + new String(bytes, UTF_8) + "\n", "");
            checkBetween(BodyForm.JSON, "[", "," + new String(bytes, UTF_8) + ",", "]");
        });
    }

    /** Binary mode: one header per line, an empty line, then the data. */
    private void checkEvent(byte[] bytes) {
        String[] parts = new String(bytes, UTF_8).split("\n\n", 2);
        if (parts.length == 2) {
            Map<String, String> headers = parts[0].lines()
                    .map(line -> line.split(": ", 2))
                    .filter(header -> header.length == 2)
                    .collect(Collectors.toMap(header -> header[0], header -> header[1], (a, b) -> b));
            check(BodyForm.EVENT_DATA, parts[1].getBytes(UTF_8), headers);
        }
    }

    private static void checkUnpacked(byte[] bytes) {
        MemoryBudget memory = new MemoryBudget(LIMITS.maxBytes());
        try (MemoryBudget.Reservation reservation = memory.reservation()) {
            assertThat(Gunzip.unpack(new Body(bytes, bytes.length), LIMITS, reservation)
                            .length())
                    .isLessThanOrEqualTo(LIMITS.maxBytes());
        } catch (RefusedException e) {
            check(e);
        }
        assertThat(memory.held()).isZero();
    }

    private void checkBetween(BodyForm form, String before, String between, String after) {
        List<ParsedRecord> parsed = check(
                form,
                (before + RECORD.formatted("first") + between + RECORD.formatted("last") + after).getBytes(UTF_8),
                Map.of());
        if (!parsed.isEmpty()) {
            assertThat(participant(parsed.get(0))).isEqualTo("first");
            assertThat(participant(parsed.get(parsed.size() - 1))).isEqualTo("last");
        }
    }

    private static String participant(ParsedRecord reading) {
        return reading instanceof ParsedRecord.Valid good
                ? good.statement().participantRef().value()
                : reading.toString();
    }

    /** @return empty if the whole body was refused */
    private List<ParsedRecord> check(BodyForm form, byte[] bytes, Map<String, String> headers) {
        List<ParsedRecord> parsed;
        try {
            parsed = reader.read(form, new Body(bytes.clone(), bytes.length), headers);
        } catch (RefusedException e) {
            check(e);
            return List.of();
        }
        assertThat(parsed).isNotEmpty();
        for (int i = 0; i < parsed.size(); i++) {
            ParsedRecord reading = parsed.get(i);
            assertThat(reading.index()).isEqualTo(i);
            if (reading instanceof ParsedRecord.Valid good) {
                check(good.statement());
            } else if (reading instanceof ParsedRecord.Invalid bad) {
                assertThat(bad.problems()).isNotEmpty();
                assertThat(bad.toString()).doesNotContain(NUMBER);
            }
        }
        return parsed;
    }

    private static void check(RefusedException refusal) {
        assertThat(refusal.status()).isIn(400, 413, 415);
        assertThat(refusal.detail()).isNotBlank().doesNotContain(NUMBER);
    }

    private void check(Statement statement) {
        assertThat(StatementRules.check(statement, NumericRefs.REFUSED)).isNull();
        assertThat(statement.participantRef().value()).isNotEqualTo(NUMBER);
        byte[] written = WrittenRecord.of(statement).getBytes(UTF_8);
        assertThat(reader.read(BodyForm.JSON, new Body(written, written.length), Map.of()))
                .isEqualTo(List.of(new ParsedRecord.Valid(0, statement)));
    }

    @AfterAll
    static void report() {
        INPUTS.report();
    }
}
