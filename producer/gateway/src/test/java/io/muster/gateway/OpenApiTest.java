package io.muster.gateway;

import static io.muster.gateway.RunningGateway.statement;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.muster.http.Health;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OpenAPI document describes the routes, statuses and bodies of the gateway, and no others. */
class OpenApiTest {

    private static final String POST = "POST /v1/enrollments ";
    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Set<String> given = new TreeSet<>();
    private RunningGateway gateway;
    private JsonNode document;
    private OpenAPI api;

    @BeforeEach
    void start() throws Exception {
        GatewayLimits fewer = new GatewayLimits(RunningGateway.BODY, 1 << 20, 100, 1);
        gateway = RunningGateway.start(fewer);
        document = Json.read(gateway.send(gateway.request("/openapi.json")));
        SwaggerParseResult parsed = new OpenAPIV3Parser()
                .readContents(gateway.send(gateway.request("/openapi.yaml")).body());
        assertThat(parsed.getMessages()).isEmpty();
        api = parsed.getOpenAPI();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void shouldDocumentEveryRouteAndStatus() throws Exception {
        for (String path : api.getPaths().keySet()) {
            if (!path.equals("/v1/enrollments")) {
                check("GET " + path, gateway.send(gateway.request(path)));
            }
        }
        gateway.become(new Health(false, "STOPPING"));
        check("GET /health/ready", gateway.send(gateway.request("/health/ready")));
        postInAllWays();
        gateway.loseAThread();
        check("GET /health/live", gateway.send(gateway.request("/health/live")));

        assertThat(given).isEqualTo(documented());
    }

    @Test
    void shouldDescribeTheProblemOfAnUnknownRoute() throws Exception {
        HttpResponse<String> answer = gateway.send(gateway.request("/nowhere"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(problemsIn("Problem", answer.body())).isEmpty();
    }

    @Test
    void shouldDescribeAcceptedRequests() throws Exception {
        assertThat(problemsIn("Statement", statement("p1"))).isEmpty();
        assertThat(problemsIn("Statement", statement("p1").replace("ENROLLED", "MAYBE")))
                .isNotEmpty();
    }

    private void postInAllWays() throws Exception {
        post(202, gateway.post(gateway.key(), JSON, "[7," + statement("p1") + "]"));
        post(400, gateway.post(gateway.key(), JSON, "[7]"));
        post(401, gateway.post("wrong", JSON, statement("p1")));
        post(403, gateway.post(gateway.key(), JSON, statement("p1", "hue", "office-1")));
        post(413, gateway.post(gateway.key(), JSON, " ".repeat(70_000)));
        post(415, gateway.post(gateway.key(), "text/csv", ""));
        gateway.publishTo(sent -> new CompletableFuture<>());
        post(503, gateway.post(gateway.key(), JSON, statement("p1")));
        gateway.publishTo(gateway::acknowledge);
        HttpRequest.Builder many = gateway.post(gateway.key(), JSON, "[" + "7,".repeat(99) + "7]");
        while (gateway.send(many).statusCode() != 429) {
            assertThat(given).doesNotContain(POST + 429);
        }
        post(429, many);
        slowPost();
        brokenPost();
    }

    private void post(int status, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = gateway.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        check("POST /v1/enrollments", answer);
    }

    private void slowPost() throws Exception {
        try (RunningGateway other = RunningGateway.start();
                Socket socket = Sockets.connect(other.port())) {
            Sockets.write(
                    socket,
                    "POST /v1/enrollments HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + other.key()
                            + "\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{");
            String answer = Sockets.readToEnd(socket);
            assertThat(answer).startsWith("HTTP/1.1 408 ");
            assertThat(problemsIn("Problem", answer.substring(answer.indexOf("\r\n\r\n"))))
                    .isEmpty();
            given.add(POST + 408);
        }
    }

    private void brokenPost() throws Exception {
        try (RunningGateway other = RunningGateway.start()) {
            other.breakClock();
            check("POST /v1/enrollments", other.send(other.post(other.key(), JSON, statement("p1"))));
        }
    }

    /** Checks status, headers and body of a response against the document. */
    private void check(String operation, HttpResponse<String> answer) throws Exception {
        ApiResponse response = resolved(of(operation(operation).getResponses(), Integer.toString(answer.statusCode())));
        given.add(operation + " " + answer.statusCode());
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        assertThat(response.getContent()).containsOnlyKeys(type);
        if (response.getHeaders() != null) {
            response.getHeaders()
                    .keySet()
                    .forEach(header -> assertThat(answer.headers().map()).containsKey(header.toLowerCase(Locale.ROOT)));
        }
        String ref = of(response.getContent(), type).getSchema().get$ref();
        if (ref != null) {
            assertThat(problemsIn(ref.substring(ref.lastIndexOf('/') + 1), answer.body()))
                    .isEmpty();
        }
    }

    private Operation operation(String name) {
        var path = of(api.getPaths(), name.replaceFirst(".* ", ""));
        return name.startsWith("GET") ? path.getGet() : path.getPost();
    }

    private ApiResponse resolved(ApiResponse response) {
        String ref = response.get$ref();
        return ref == null ? response : of(api.getComponents().getResponses(), ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static <T> T of(Map<String, T> named, String name) {
        return Objects.requireNonNull(named.get(name), name);
    }

    private Set<String> documented() {
        Set<String> all = new TreeSet<>();
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> operation
                                .getResponses()
                                .keySet()
                                .forEach(status -> all.add(method + " " + path + " " + status))));
        return all;
    }

    private List<Error> problemsIn(String schema, String json) throws Exception {
        ObjectNode text = MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        text.set("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(MAPPER.writeValueAsString(text), InputFormat.JSON)
                .validate(json, InputFormat.JSON);
    }
}
