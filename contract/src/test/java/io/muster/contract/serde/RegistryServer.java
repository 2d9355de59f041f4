package io.muster.contract.serde;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;

/** A stub of an HTTP schema registry. A test can set its answers and count the requests. */
final class RegistryServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Integer, String> schemas = new ConcurrentHashMap<>();
    private final Map<String, String> versions = new TreeMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private volatile Answer answer = this::asARegistry;

    /** Answers a request. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    RegistryServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            asked.computeIfAbsent(exchange.getRequestURI().getPath(), path -> new AtomicInteger())
                    .incrementAndGet();
            try (exchange) {
                answer.to(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Adds a schema under an id, as a version of the subject. */
    RegistryServer with(int id, String subject, Schema schema) {
        return with(id, subject, "{\"schema\":\"" + schema.toString().replace("\"", "\\\"") + "\"}");
    }

    /** Adds a version of the subject, and the response body for its schema id. */
    RegistryServer with(int id, String subject, String schema) {
        schemas.put(id, schema);
        versions.put(subject, "[1]");
        return this;
    }

    /** Replaces the answer to all requests. */
    void answer(Answer now) {
        answer = now;
    }

    /** Answers like a working registry again. */
    void recover() {
        answer = this::asARegistry;
    }

    /** The number of requests for a schema id. */
    int askedAbout(int id) {
        AtomicInteger times = asked.get("/schemas/ids/" + id);
        return times == null ? 0 : times.get();
    }

    private void asARegistry(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        boolean ofId = path[1].equals("schemas");
        String found = ofId ? schemas.get(Integer.parseInt(path[3])) : versions.get(path[2]);
        int code = ofId ? 40403 : 40401;
        reply(
                exchange,
                found == null ? 404 : 200,
                found == null ? "{\"error_code\":" + code + ",\"message\":\"none\"}" : found);
    }

    static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
