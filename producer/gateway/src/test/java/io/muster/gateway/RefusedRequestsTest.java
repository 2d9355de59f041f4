package io.muster.gateway;

import static io.muster.gateway.Json.problem;
import static io.muster.gateway.RunningGateway.statement;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refused requests and their responses. */
class RefusedRequestsTest {

    private static final String JSON = "application/json";
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = RunningGateway.start();
    }

    @AfterEach
    void shouldSendNothing() {
        assertThat(gateway.topic()).isEmpty();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void shouldRequireAKey() throws Exception {
        HttpResponse<String> answer = gateway.send(
                gateway.request("/v1/enrollments").header("Content-Type", JSON).POST(BodyPublishers.ofString("{}")));

        assertThat(problem(answer, 401).get("detail").asText()).contains("Authorization: Bearer");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"muster\"");
    }

    @Test
    void shouldRejectAKeyThatDiffersInOneCharacter() throws Exception {
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
    void shouldRejectMissingAndUnknownKeys(String key) throws Exception {
        problem(
                gateway.send(gateway.request("/v1/enrollments")
                        .header("X-API-Key", key)
                        .POST(BodyPublishers.noBody())),
                401);
    }

    @Test
    void shouldRejectSourcesAndAreasOutsideTheKey() throws Exception {
        String both = statement("p1", "yen-dung", "office-2") + "\n" + statement("p2", "hue", "office-1");

        JsonNode problem = problem(gateway.send(gateway.post(gateway.key(), "application/x-ndjson", both)), 403);

        assertThat(problem.at("/refused/0/problems/0/field").asText()).isEqualTo("source");
        assertThat(problem.at("/refused/1/problems/0/field").asText()).isEqualTo("areaId");
        assertThat(problem.get("accepted").asInt()).isZero();
    }

    @Test
    void shouldReportAnUnknownArea() throws Exception {
        HttpResponse<String> answer =
                gateway.send(gateway.post(gateway.key(), JSON, statement("p1", "nowhere", "office-1")));

        assertThat(problem(answer, 403).get("detail").asText()).contains("areaId is unknown", "muster apply");
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv",
        "application/json; charset=utf-16",
        "application/xml",
        "nonsense",
        "application/cloudevents+avro"
    })
    void shouldRejectUnsupportedContentTypes(String type) throws Exception {
        assertThat(problem(gateway.send(gateway.post(gateway.key(), type, "{}")), 415)
                        .get("detail")
                        .asText())
                .contains("send");
    }

    @Test
    void shouldRejectABodyWithoutContentType() throws Exception {
        HttpRequest.Builder request = gateway.request("/v1/enrollments")
                .header("X-API-Key", gateway.key())
                .POST(BodyPublishers.ofString("{}"));

        assertThat(problem(gateway.send(request), 415).get("detail").asText()).contains("no Content-Type");
    }

    @Test
    void shouldRejectUnsupportedContentEncodings() throws Exception {
        HttpResponse<String> answer =
                gateway.send(gateway.post(gateway.key(), JSON, "{}").header("Content-Encoding", "br"));

        problem(answer, 415);
        assertThat(answer.headers().firstValue("Accept-Encoding")).hasValue("gzip");
    }

    @Test
    void shouldRejectAnUncompressedBodyDeclaredAsGzip() throws Exception {
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
                "not json"
            })
    void shouldRejectBodiesThatAreNotJsonStatements(String body) throws Exception {
        problem(gateway.send(gateway.post(gateway.key(), JSON, body)), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, UTF-16, ''",
        "application/json, UTF-16LE, \uFEFF",
        "application/json, UTF-16LE, ''",
        "application/json, UTF-16BE, ''",
        "application/json, UTF-32BE, \uFEFF",
        "application/json, UTF-32LE, \uFEFF",
        "application/json, UTF-32LE, ''",
        "application/x-ndjson, UTF-16LE, \uFEFF",
        "application/x-ndjson, UTF-16BE, ''",
        "application/cloudevents+json, UTF-16LE, \uFEFF",
        "application/cloudevents-batch+json, UTF-16, ''"
    })
    void shouldRejectBodiesThatAreNotUtf8(String type, String charset, String mark) throws Exception {
        byte[] body = (mark + statement("p1")).getBytes(Charset.forName(charset));

        HttpResponse<String> answer =
                gateway.send(gateway.post(gateway.key(), type, "").POST(BodyPublishers.ofByteArray(body)));

        assertThat(problem(answer, 415).get("detail").asText()).contains("send it in UTF-8");
    }

    @Test
    void shouldRejectDeeplyNestedJson() throws Exception {
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
    void shouldRejectAnOversizedStatement() throws Exception {
        String occupation = ",\"occupation\":\"" + "x".repeat(20_000) + "\"}";
        String body = statement("p1").replaceFirst("}$", occupation);

        assertThat(problem(gateway.send(gateway.post(gateway.key(), JSON, body)), 400)
                        .at("/refused/0/problems/0/problem")
                        .asText())
                .contains("16384 bytes");
    }

    @Test
    void shouldRejectTooManyStatements() throws Exception {
        String many =
                IntStream.rangeClosed(1, 101).mapToObj(n -> statement("p" + n)).collect(Collectors.joining("\n"));

        assertThat(problem(gateway.send(gateway.post(gateway.key(), "application/x-ndjson", many)), 413)
                        .get("detail")
                        .asText())
                .contains("100 statements");
    }

    @Test
    void shouldRejectAnOversizedBody() throws Exception {
        assertThat(problem(gateway.send(gateway.post(gateway.key(), JSON, " ".repeat(70_000))), 413)
                        .get("detail")
                        .asText())
                .contains("65536 bytes");
    }

    @Test
    void shouldRejectABodyThatDecompressesBeyondTheLimit() throws Exception {
        HttpRequest.Builder request = gateway.post(gateway.key(), JSON, "")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(Packed.of(" ".repeat(50_000_000))));

        problem(gateway.send(request), 413);
    }

    @ParameterizedTest
    @CsvSource({"GET, /, 404", "GET, /v1/enrollments/024123456789, 404", "POST, /v2/enrollments, 404"})
    void shouldReportUnknownPaths(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.request(path).method(method, BodyPublishers.noBody()));

        problem(answer, status);
        assertThat(answer.body()).doesNotContain("024123456789");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/enrollments, POST",
        "PUT, /v1/enrollments, POST",
        "POST, /metrics, 'GET, HEAD'",
        "POST, /health/ready/, 'GET, HEAD'",
        "OPTIONS, /v1/enrollments, POST",
        "BREW, /health/live, 'GET, HEAD'"
    })
    void shouldListAllowedMethods(String method, String path, String allowed) throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.request(path).method(method, BodyPublishers.noBody()));

        problem(answer, 405);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
    }
}
