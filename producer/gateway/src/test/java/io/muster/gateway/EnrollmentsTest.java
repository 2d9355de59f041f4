package io.muster.gateway;

import static io.muster.gateway.RunningGateway.statement;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.domain.statement.Statement;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accepted requests in every format. */
class EnrollmentsTest {

    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final String EVENT = "application/cloudevents+json";
    private static final String EVENTS = "application/cloudevents-batch+json";

    private static RunningGateway gateway;
    private static String key;

    @BeforeAll
    static void start() throws Exception {
        gateway = RunningGateway.start();
        key = gateway.key();
    }

    @AfterEach
    void forget() {
        gateway.topic().clear();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void shouldAcceptOneObject() throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.post(key, JSON, statement("p1")));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"refused\":[]}");
        assertThat(gateway.topic()).singleElement().satisfies(sent -> {
            assertThat(sent.participantRef()).hasToString("p1");
            assertThat(sent.areaId()).hasToString("yen-dung");
        });
    }

    @Test
    void shouldAcceptAnArrayAndLines() throws Exception {
        String array = "[" + statement("p1") + " ,\n " + statement("p2") + "]";
        String lines = statement("p3") + "\n\n" + statement("p4") + "\r\n";

        assertThat(gateway.send(gateway.post(key, JSON, array)).statusCode()).isEqualTo(202);
        assertThat(gateway.send(gateway.post(key, LINES, lines)).statusCode()).isEqualTo(202);
        assertThat(gateway.topic())
                .extracting(statement -> statement.participantRef().value())
                .containsExactly("p1", "p2", "p3", "p4");
    }

    @ParameterizedTest
    @CsvSource({JSON + ", '%s'", JSON + ", '[%s]'", LINES + ", '%s'", LINES + ", '\n%s\n'"})
    void shouldAcceptAByteOrderMarkOfUtf8(String type, String form) throws Exception {
        HttpResponse<String> answer =
                gateway.send(gateway.post(key, type, "\uFEFF" + form.formatted(statement("Ngọc"))));

        assertThat(answer.body()).isEqualTo("{\"accepted\":1,\"refused\":[]}");
        assertThat(gateway.topic())
                .extracting(statement -> statement.participantRef().value())
                .containsExactly("Ngọc");
    }

    @Test
    void shouldDeriveTheSameEventIdFromTheSameObject() throws Exception {
        gateway.send(gateway.post(key, JSON, statement("p1")));
        gateway.send(gateway.post(key, JSON, statement("p1")));

        assertThat(gateway.topic())
                .hasSize(2)
                .extracting(Statement::eventId)
                .containsOnly(gateway.topic().get(0).eventId());
    }

    @Test
    void shouldAcceptAGzippedBody() throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.post(key, LINES, "")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(Packed.of(statement("p1")))));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(gateway.topic()).hasSize(1);
    }

    @Test
    void shouldAcceptCloudEventsInAllModes() throws Exception {
        String id = "3f0d1c3e-6a1c-4f2b-9d4e-0f6f7c1f2a3b";
        String event = """
                {"specversion":"1.0","id":"%s","source":"/offices/1","type":"io.muster.enrollment",\
                "time":"2023-05-18T01:30:00Z","data":%s}""";

        HttpResponse<String> structured = gateway.send(gateway.post(key, EVENT, event.formatted(id, statement("p1"))));
        HttpResponse<String> batch = gateway.send(gateway.post(
                key,
                EVENTS,
                "[" + event.formatted("a", statement("p2")) + "," + event.formatted("b", statement("p3")) + "]"));
        HttpResponse<String> binary = gateway.send(gateway.post(key, JSON, statement("p4"))
                .header("ce-specversion", "1.0")
                .header("ce-id", "c")
                .header("ce-source", "/offices/1")
                .header("ce-type", "io.muster.enrollment"));

        assertThat(structured.body()).isEqualTo("{\"accepted\":1,\"refused\":[]}");
        assertThat(batch.body()).isEqualTo("{\"accepted\":2,\"refused\":[]}");
        assertThat(binary.body()).isEqualTo("{\"accepted\":1,\"refused\":[]}");
        assertThat(gateway.topic())
                .extracting(Statement::eventId)
                .containsExactly(UUID.fromString(id), named("a"), named("b"), named("c"));
    }

    @Test
    void shouldDefaultSourceAndTimeToThoseOfTheCloudEvent() throws Exception {
        String bare = statement("p1").replaceAll(",\"(source|recordedAt)\":\"[^\"]*\"", "");
        String event = """
                {"specversion":"1.0","id":"a","source":"office-1","type":"io.muster.enrollment",\
                "time":"2023-05-18T01:30:00Z","datacontenttype":"application/json","data":%s}""";

        assertThat(gateway.send(gateway.post(key, EVENT, event.formatted(bare))).statusCode())
                .isEqualTo(202);
        assertThat(gateway.topic()).singleElement().satisfies(sent -> {
            assertThat(sent.source()).isEqualTo("office-1");
            assertThat(sent.recordedAt()).isEqualTo("2023-05-18T01:30:00Z");
        });
    }

    @Test
    void shouldAcceptValidStatementsAndReportRejectedOnes() throws Exception {
        String badDay = statement("p2").replace("2023-05-18\"", "18/05/2023\"");
        String body = "[" + statement("p1") + "," + badDay + ",7," + statement("p3", "hue", "office-1") + "]";

        HttpResponse<String> answer = gateway.send(gateway.post(key, JSON, body));

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode json = Json.read(answer);
        assertThat(json.get("accepted").asInt()).isEqualTo(1);
        assertThat(json.at("/refused/0/index").asInt()).isEqualTo(1);
        assertThat(json.at("/refused/0/status").asInt()).isEqualTo(400);
        assertThat(json.at("/refused/0/problems/0/field").asText()).isEqualTo("enrolledOn");
        assertThat(json.at("/refused/0/problems/0/remedy").asText()).contains("2023-05-18");
        assertThat(json.at("/refused/1/index").asInt()).isEqualTo(2);
        assertThat(json.at("/refused/2/index").asInt()).isEqualTo(3);
        assertThat(json.at("/refused/2/status").asInt()).isEqualTo(403);
        assertThat(json.at("/refused/2/eventId").asText()).hasSize(36);
        assertThat(json.get("refused")).hasSize(3);
        assertThat(gateway.topic())
                .extracting(statement -> statement.participantRef().value())
                .containsExactly("p1");
    }

    private static UUID named(String id) {
        return UUID.nameUUIDFromBytes(("/offices/1 " + id).getBytes(StandardCharsets.UTF_8));
    }
}
