package io.muster.gateway;

import static io.muster.gateway.RunningGateway.statement;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not accepted, and how that is said. */
class RefusalsTest {

    private static final String JSON = "application/json";
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = RunningGateway.start();
    }

    @AfterEach
    void shouldHaveSentNothing() {
        assertThat(gateway.topic()).isEmpty();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void shouldAskForAKey() throws Exception {
        HttpResponse<String> answer = gateway.send(
                gateway.request("/v1/enrollments").header("Content-Type", JSON).POST(BodyPublishers.ofString("{}")));

        assertThat(problem(answer, 401).get("detail").asText()).contains("Authorization: Bearer");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"muster\"");
    }

    @Test
    void shouldNotLetInWithAKeyThatIsNearlyRight() throws Exception {
        String key = gateway.key();
        char last = key.charAt(key.length() - 2);
        String nearly = key.substring(0, key.length() - 2) + (last == 'A' ? 'B' : 'A') + key.charAt(key.length() - 1);

        HttpResponse<String> answer = gateway.send(gateway.post(nearly, JSON, statement("p1")));

        problem(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");
        assertThat(answer.body()).doesNotContain(nearly.substring(20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "secret", "mk_000000000000_", "mk_000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void shouldNotLetInWithoutAKeyThatThereIs(String key) throws Exception {
        problem(
                gateway.send(gateway.request("/v1/enrollments")
                        .header("X-API-Key", key)
                        .POST(BodyPublishers.noBody())),
                401);
    }

    @Test
    void shouldNotTakeOtherSourcesAndAreasThanThoseOfTheKey() throws Exception {
        String both = statement("p1", "yen-dung", "office-2") + "\n" + statement("p2", "hue", "office-1");

        JsonNode problem = problem(gateway.send(gateway.post(gateway.key(), "application/x-ndjson", both)), 403);

        assertThat(problem.at("/refused/0/problems/0/field").asText()).isEqualTo("source");
        assertThat(problem.at("/refused/1/problems/0/field").asText()).isEqualTo("areaId");
        assertThat(problem.get("accepted").asInt()).isZero();
    }

    @Test
    void shouldSayThatAnAreaIsNotKnown() throws Exception {
        HttpResponse<String> answer =
                gateway.send(gateway.post(gateway.key(), JSON, statement("p1", "nowhere", "office-1")));

        assertThat(problem(answer, 403).get("detail").asText()).contains("areaId is not known", "muster apply");
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv",
        "application/json; charset=utf-16",
        "application/xml",
        "nonsense",
        "application/cloudevents+avro"
    })
    void shouldNotTakeOtherContentTypes(String type) throws Exception {
        assertThat(problem(gateway.send(gateway.post(gateway.key(), type, "{}")), 415)
                        .get("detail")
                        .asText())
                .contains("send");
    }

    @Test
    void shouldNotTakeABodyThatSaysNotWhatItIs() throws Exception {
        HttpRequest.Builder request = gateway.request("/v1/enrollments")
                .header("X-API-Key", gateway.key())
                .POST(BodyPublishers.ofString("{}"));

        assertThat(problem(gateway.send(request), 415).get("detail").asText()).contains("no Content-Type");
    }

    @Test
    void shouldNotTakeOtherEncodings() throws Exception {
        HttpResponse<String> answer =
                gateway.send(gateway.post(gateway.key(), JSON, "{}").header("Content-Encoding", "br"));

        problem(answer, 415);
        assertThat(answer.headers().firstValue("Accept-Encoding")).hasValue("gzip");
    }

    @Test
    void shouldNotUnpackWhatIsNotPacked() throws Exception {
        problem(
                gateway.send(gateway.post(gateway.key(), JSON, statement("p1")).header("Content-Encoding", "gzip")),
                400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "{",
                "[{}",
                "{}{}",
                "7",
                "\"text\"",
                "null",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "not json",
                "\u0000{\u0000}"
            })
    void shouldNotTakeWhatIsNotJsonOfStatements(String body) throws Exception {
        problem(gateway.send(gateway.post(gateway.key(), JSON, body)), 400);
    }

    @Test
    void shouldNotTakeDeepJson() throws Exception {
        String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);

        assertThat(problem(gateway.send(gateway.post(gateway.key(), JSON, deep)), 400)
                        .get("detail")
                        .asText())
                .contains("deep");
        assertThat(problem(gateway.send(gateway.post(gateway.key(), "application/x-ndjson", deep)), 400)
                        .at("/refused/0/problems/0/problem")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void shouldNotTakeALongStatement() throws Exception {
        String occupation = ",\"occupation\":\"" + "x".repeat(20_000) + "\"}";
        String body = statement("p1").replaceFirst("}$", occupation);

        assertThat(problem(gateway.send(gateway.post(gateway.key(), JSON, body)), 400)
                        .at("/refused/0/problems/0/problem")
                        .asText())
                .contains("16384 bytes");
    }

    @Test
    void shouldNotTakeMoreStatementsThanAllowed() throws Exception {
        String many =
                IntStream.rangeClosed(1, 101).mapToObj(n -> statement("p" + n)).collect(Collectors.joining("\n"));

        assertThat(problem(gateway.send(gateway.post(gateway.key(), "application/x-ndjson", many)), 413)
                        .get("detail")
                        .asText())
                .contains("100 statements");
    }

    @Test
    void shouldNotTakeALongBody() throws Exception {
        assertThat(problem(gateway.send(gateway.post(gateway.key(), JSON, " ".repeat(70_000))), 413)
                        .get("detail")
                        .asText())
                .contains("65536 bytes");
    }

    @Test
    void shouldNotTakeWhatUnpacksToALongBody() throws Exception {
        HttpRequest.Builder request = gateway.post(gateway.key(), JSON, "")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(Packed.of(" ".repeat(50_000_000))));

        problem(gateway.send(request), 413);
    }

    @ParameterizedTest
    @CsvSource({
        "{}, is not a CloudEvent",
        "'{\"specversion\":\"1.0\",\"id\":\"a\",\"source\":\"/s\",\"type\":\"other\",\"data\":{}}', type is not",
        "'{\"specversion\":\"1.0\",\"id\":\"a\",\"source\":\"/s\",\"type\":\"io.muster.enrollment\"}', data is not",
        "'{\"specversion\":\"1.0\",\"id\":\"a\",\"source\":\"/s\",\"type\":\"io.muster.enrollment\",\"data\":\"<a/>\","
                + "\"datacontenttype\":\"text/xml\"}', datacontenttype is not JSON",
        "'{\"specversion\":\"9\",\"id\":\"a\",\"source\":\"/s\",\"type\":\"t\",\"data\":{}}', is not a CloudEvent"
    })
    void shouldSayWhatIsWrongWithACloudEvent(String event, String problem) throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.post(gateway.key(), "application/cloudevents+json", event));

        assertThat(problem(answer, 400).get("detail").asText()).contains(problem);
    }

    @Test
    void shouldSayWhatIsWrongWithACloudEventInBinaryMode() throws Exception {
        HttpResponse<String> answer =
                gateway.send(gateway.post(gateway.key(), JSON, statement("p1")).header("ce-specversion", "1.0"));

        assertThat(problem(answer, 400).get("detail").asText()).contains("ce-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"024123456789", "\uff10\uff12\uff14123456789", "024123456789\\u200b"})
    void shouldNotTakeABareIdentityNumberAsParticipant(String ref) throws Exception {
        String body = statement("p1").replace("\"p1\"", "\"" + ref + "\"");

        HttpResponse<String> answer = gateway.send(gateway.post(gateway.key(), JSON, body));

        assertThat(problem(answer, 400).get("detail").asText())
                .startsWith("the statement was refused: participantRef is a bare number of 9 to 12 digits");
        assertThat(answer.body()).doesNotContain("024123456789");
    }

    @Test
    void shouldNotTakeAVersionThatWouldOutrankAllThatIsSaidLater() throws Exception {
        String body = statement("p1").replaceFirst("\\{", "{\"version\":9223372036854775807,");

        JsonNode problem = problem(gateway.send(gateway.post(gateway.key(), JSON, body)), 400);

        assertThat(problem.at("/refused/0/problems/0/field").asText()).isEqualTo("version");
        assertThat(problem.get("detail").asText())
                .startsWith("the statement was refused: version is more than a day ahead of recordedAt");
    }

    @Test
    void shouldSayInASentenceWhichTimeIsWrong() throws Exception {
        String body = statement("p1")
                .replaceFirst("\\{", "{\"enrolledAt\":\"2023-05-11T08:30:00+07:00\",")
                .replaceFirst("\"recordedAt\":\"[^\"]*\"", "\"recordedAt\":\"2023-05-09T08:30:00+07:00\"")
                .replaceFirst("\"enrolledOn\":\"[^\"]*\"", "\"enrolledOn\":\"2023-05-11\"");

        JsonNode problem = problem(gateway.send(gateway.post(gateway.key(), JSON, body)), 400);

        assertThat(problem.get("detail").asText())
                .isEqualTo("the statement was refused: enrolledAt is more than a day after recordedAt"
                        + " 2023-05-09T01:30:00Z; correct it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.5", "true", "-3", "\"TRUE\"", "\"#N/A\""})
    void shouldNotTakeForAReferenceWhatIsNone(String json) throws Exception {
        String body = statement("p1").replace("\"p1\"", json);

        problem(gateway.send(gateway.post(gateway.key(), JSON, body)), 400);
    }

    @Test
    void shouldNotTakeIdentityNumbersWithoutTheParticipantKey() throws Exception {
        String body = statement("p1").replace("\"participantRef\":\"p1\"", "\"identityNumber\":\"024123456789\"");

        HttpResponse<String> answer = gateway.send(gateway.post(gateway.key(), JSON, body));

        assertThat(problem(answer, 400).at("/refused/0/problems/0/field").asText())
                .isEqualTo("identityNumber");
        assertThat(answer.body()).doesNotContain("024123456789");
    }

    @ParameterizedTest
    @CsvSource({"GET, /, 404", "GET, /v1/enrollments/024123456789, 404", "POST, /v2/enrollments, 404"})
    void shouldSayThatThereIsNothing(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.request(path).method(method, BodyPublishers.noBody()));

        problem(answer, status);
        assertThat(answer.body()).doesNotContain("024123456789");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/enrollments, POST",
        "PUT, /v1/enrollments, POST",
        "POST, /metrics, 'GET, HEAD'",
        "BREW, /health/live, 'GET, HEAD'"
    })
    void shouldSayWhichMethodsThereAre(String method, String path, String allowed) throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.request(path).method(method, BodyPublishers.noBody()));

        problem(answer, 405);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Json.read(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isNotEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "io.muster.gateway", "jackson");
        return problem;
    }
}
