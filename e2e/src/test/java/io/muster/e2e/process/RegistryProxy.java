package io.muster.e2e.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy in front of a registry that can answer look-ups of schema ids with errors and nonsense. */
public final class RegistryProxy implements AutoCloseable {

    /** Number of kinds of false answers. */
    public static final int KINDS = 6;

    private static final List<Answer> NONSENSE = List.of(
            exchange -> reply(exchange, 404, ""),
            exchange -> reply(exchange, 200, "<html>sign in</html>"),
            exchange -> reply(exchange, 200, "{\"schema\":\"{\\\"ty"),
            exchange -> reply(exchange, 401, "{\"error_code\":401,\"message\":\"Unauthorized\"}"),
            exchange -> reply(exchange, 502, "<html>Bad Gateway</html>"),
            exchange -> {});

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger answers = new AtomicInteger();
    private final URI registry;
    private final HttpServer server;
    private volatile boolean nonsense;

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A proxy that forwards all requests. */
    public RegistryProxy(String registryUrl) throws IOException {
        registry = URI.create(registryUrl);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** URL of the proxy. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + registry.getPath();
    }

    /** From now on gives false answers, one kind after the other. */
    public void answerWithNonsense() {
        nonsense = true;
    }

    /** From now on forwards all requests again. */
    public void recover() {
        nonsense = false;
    }

    /** Number of false answers given. */
    public int nonsenseGiven() {
        return answers.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (nonsense && exchange.getRequestURI().getPath().contains("/schemas/ids/")) {
                NONSENSE.get(answers.getAndIncrement() % KINDS).to(exchange);
            } else {
                passOn(exchange);
            }
        }
    }

    private void passOn(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(registry.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (String header : List.of("Content-Type", "Accept")) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString(UTF_8));
            reply(exchange, answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
