package io.muster.streams.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.muster.contract.serde.AvroSerdes;
import io.muster.contract.topic.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A stub registry over HTTP. Returns the schema of statements for any subject and id, unless it is set to fail. */
final class StubRegistry {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String IDS = "/schemas/ids/";

    private final HttpServer server;
    private volatile int status = OK;

    private StubRegistry(HttpServer server) {
        this.server = server;
    }

    /** @param port 0 picks a free one */
    static StubRegistry start(int port) {
        try {
            StubRegistry registry = new StubRegistry(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
            registry.server.createContext(IDS, registry::answer);
            registry.server.createContext("/subjects/", registry::answer);
            registry.server.start();
            return registry;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://localhost:" + port();
    }

    /** Sets the status of all further responses. With 404, a subject has versions, but no schema is found. */
    void answerWith(int newStatus) {
        status = newStatus;
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (status == NOT_FOUND && path.endsWith("/versions")) {
            reply(exchange, OK, "[1]");
        } else if (status == NOT_FOUND && path.startsWith(IDS)) {
            reply(exchange, NOT_FOUND, "{\"error_code\":40403,\"message\":\"no\"}");
        } else {
            reply(exchange, status, status == OK ? schema() : "{\"error_code\":" + status + ",\"message\":\"no\"}");
        }
    }

    private static String schema() {
        String schema = AvroSerdes.schema(Topics.ENROLLMENTS).toString();
        return "{\"schema\":\"" + schema.replace("\\", "\\\\").replace("\"", "\\\"")
                + "\",\"id\":1,\"version\":1,\"subject\":\"" + Topics.ENROLLMENTS.subject() + "\"}";
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
