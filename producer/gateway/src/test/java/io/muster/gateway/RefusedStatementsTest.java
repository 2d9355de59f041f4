package io.muster.gateway;

import static io.muster.gateway.Json.problem;
import static io.muster.gateway.RunningGateway.statement;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refused statements and their responses. */
class RefusedStatementsTest {

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

    @ParameterizedTest
    @CsvSource({
        "{}, is not a CloudEvent",
        "'{\"specversion\":\"1.0\",\"id\":\"a\",\"source\":\"/s\",\"type\":\"other\",\"data\":{}}', type is not",
        "'{\"specversion\":\"1.0\",\"id\":\"a\",\"source\":\"/s\",\"type\":\"io.muster.enrollment\"}', data is not",
        "'{\"specversion\":\"1.0\",\"id\":\"a\",\"source\":\"/s\",\"type\":\"io.muster.enrollment\",\"data\":\"<a/>\","
                + "\"datacontenttype\":\"text/xml\"}', datacontenttype is not JSON",
        "'{\"specversion\":\"9\",\"id\":\"a\",\"source\":\"/s\",\"type\":\"t\",\"data\":{}}', is not a CloudEvent"
    })
    void shouldReportInvalidCloudEvents(String event, String problem) throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.post(gateway.key(), "application/cloudevents+json", event));

        assertThat(problem(answer, 400).get("detail").asText()).contains(problem);
    }

    @Test
    void shouldReportAnIncompleteCloudEventInBinaryMode() throws Exception {
        HttpResponse<String> answer =
                gateway.send(gateway.post(gateway.key(), JSON, statement("p1")).header("ce-specversion", "1.0"));

        assertThat(problem(answer, 400).get("detail").asText()).contains("ce-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"024123456789", "\uff10\uff12\uff14123456789", "024123456789\\u200b"})
    void shouldRejectABareIdentityNumberAsParticipant(String ref) throws Exception {
        String body = statement("p1").replace("\"p1\"", "\"" + ref + "\"");

        HttpResponse<String> answer = gateway.send(gateway.post(gateway.key(), JSON, body));

        assertThat(problem(answer, 400).get("detail").asText())
                .startsWith("the statement was refused: participantRef is a bare number of 9 to 12 digits");
        assertThat(answer.body()).doesNotContain("024123456789");
    }

    @Test
    void shouldRejectAVersionFarAhead() throws Exception {
        String body = statement("p1").replaceFirst("\\{", "{\"version\":9223372036854775807,");

        JsonNode problem = problem(gateway.send(gateway.post(gateway.key(), JSON, body)), 400);

        assertThat(problem.at("/refused/0/problems/0/field").asText()).isEqualTo("version");
        assertThat(problem.get("detail").asText())
                .startsWith("the statement was refused: version is more than a day ahead of recordedAt");
    }

    @Test
    void shouldExplainTimeViolations() throws Exception {
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
    void shouldRejectImplausibleReferences(String json) throws Exception {
        String body = statement("p1").replace("\"p1\"", json);

        problem(gateway.send(gateway.post(gateway.key(), JSON, body)), 400);
    }

    @Test
    void shouldRejectIdentityNumbersWithoutTheParticipantKey() throws Exception {
        String body = statement("p1").replace("\"participantRef\":\"p1\"", "\"identityNumber\":\"024123456789\"");

        HttpResponse<String> answer = gateway.send(gateway.post(gateway.key(), JSON, body));

        assertThat(problem(answer, 400).at("/refused/0/problems/0/field").asText())
                .isEqualTo("identityNumber");
        assertThat(answer.body()).doesNotContain("024123456789");
    }
}
