package io.muster.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.muster.board.RecordedBoard;
import io.muster.board.ViewStatus;
import io.muster.dashboard.access.Access;
import io.muster.dashboard.stream.Events;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OpenAPI document describes exactly what the dashboard serves. */
class OpenApiTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Set<String> given = new TreeSet<>();
    private final RecordedBoard board = RecordedBoard.withSomePeople();
    private final RunningDashboard dashboard = new RunningDashboard(board, Access.OPEN, Set.of(), 1);
    private JsonNode document;
    private String assets;

    @BeforeEach
    void read() throws Exception {
        document = MAPPER.readTree(dashboard.get("/openapi.json").body());
        String page = dashboard.get("/").body();
        assets = page.replaceAll("(?s).*\"assets/([^/\"]+)/.*", "$1");
    }

    @AfterEach
    void stop() {
        dashboard.close();
    }

    @Test
    void shouldBeValidOpenApi() throws Exception {
        assertThat(new OpenAPIV3Parser()
                        .readContents(dashboard.get("/openapi.yaml").body())
                        .getMessages())
                .isEmpty();
    }

    @Test
    void shouldDocumentExactlyTheRoutesAndStatusesServed() throws Exception {
        board.move();
        for (String path : paths()) {
            if (path.equals("/api/stream")) {
                stream();
            } else {
                ask(path);
            }
        }
        refuse();
        board.become(new ViewStatus.Reading());
        for (String path : paths()) {
            check(path, dashboard.get(called(path, "drive", "yen-dung")));
        }
        dashboard.loseAThread();
        check("/health/live", dashboard.get("/health/live"));

        assertThat(given).isEqualTo(documented());
    }

    private void ask(String path) throws Exception {
        String address = called(path, "drive", "yen-dung");
        HttpResponse<String> answer = dashboard.get(address);
        check(path, answer);
        if (path.startsWith("/api/")) {
            check(path, dashboard.send(dashboard.request(address).header("If-None-Match", tag(answer))));
            check(path, dashboard.get(address + "?format=csv"));
            check(path, dashboard.get(address + "?format=xml"));
            check(path, dashboard.get(called(path, "nowhere", "yen-dung")));
        }
        check(path, dashboard.get(called(path, "drive", "nowhere")));
    }

    private void stream() throws Exception {
        String path = "/api/stream";
        check(path, dashboard.get(path));
        check(path, dashboard.get(path + "?campaign=nowhere"));
        try (Events events = Events.of(dashboard.request(path + "?campaign=drive"))) {
            assertThat(events.next().name()).isEqualTo("hello");
            given.add(path + " 200");
            check(path, dashboard.get(path + "?campaign=drive"));
        }
    }

    private void refuse() throws Exception {
        String hash = BCrypt.withDefaults().hashToString(4, "secret".toCharArray());
        try (RunningDashboard guarded =
                new RunningDashboard(board, new Access(Map.of("an", hash), Set.of(), Set.of()), Set.of(), 1)) {
            for (String path : paths()) {
                if (path.startsWith("/api/")) {
                    String address = called(path, "drive", "yen-dung");
                    check(path, guarded.get(address));
                    check(path, guess(guarded, address));
                }
            }
        }
    }

    /** The first response that is not 401: 429, after too many wrong passwords. */
    private static HttpResponse<String> guess(RunningDashboard guarded, String address) throws Exception {
        HttpResponse<String> answer = null;
        for (int i = 0; answer == null || answer.statusCode() == 401; i++) {
            byte[] wrong = ("an:" + i).getBytes(StandardCharsets.UTF_8);
            answer = guarded.send(guarded.request(address)
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(wrong)));
        }
        return answer;
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("none");
    }

    private String called(String path, String campaign, String area) {
        return path.replace("{campaign}", campaign)
                .replace("{area}", area)
                .replace("{version}", assets)
                .replace("{path}", area.equals("nowhere") ? "nowhere" : "main.js");
    }

    /** Checks status, content type and body against the document. */
    private void check(String path, HttpResponse<String> answer) throws Exception {
        String status = Integer.toString(answer.statusCode());
        JsonNode response =
                document.path("paths").path(path).path("get").path("responses").path(status);
        if (response.has("$ref")) {
            response = document.at(response.get("$ref").asText().substring(1));
        }
        assertThat(response.isMissingNode())
                .as(path + " " + status + ": " + answer.body())
                .isFalse();
        given.add(path + " " + status);
        if (response.has("content")) {
            String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
            JsonNode content = response.get("content");
            JsonNode schema = content.has(type) ? content.get(type) : content.path("*/*");
            assertThat(schema.isMissingNode())
                    .as(path + " " + status + " " + type)
                    .isFalse();
            String ref = schema.path("schema").path("$ref").asText();
            if (!ref.isEmpty()) {
                assertThat(problemsIn(ref, answer.body()))
                        .as(path + ": " + answer.body())
                        .isEmpty();
            }
        }
    }

    private List<String> paths() {
        List<String> paths = new java.util.ArrayList<>();
        document.get("paths").fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    private Set<String> documented() {
        Set<String> all = new TreeSet<>();
        for (String path : paths()) {
            document.get("paths")
                    .get(path)
                    .get("get")
                    .get("responses")
                    .fieldNames()
                    .forEachRemaining(status -> all.add(path + " " + status));
        }
        return all;
    }

    private List<Error> problemsIn(String ref, String json) throws Exception {
        ObjectNode text = MAPPER.createObjectNode().put("$ref", ref);
        text.set("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(MAPPER.writeValueAsString(text), InputFormat.JSON)
                .validate(json, InputFormat.JSON);
    }
}
