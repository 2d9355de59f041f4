package io.muster.e2e.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server that stores every post to any path. */
final class WebhookServer implements AutoCloseable {

    /**
     * @param name the path without its leading slash
     * @param key idempotency key of the message
     */
    record Post(String name, String key, JsonNode body) {

        List<JsonNode> alerts() {
            return body.findValue("alerts").valueStream().toList();
        }
    }

    private final ObjectMapper json = new ObjectMapper();
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean refusing;
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;
    private final HttpServer server;
    private final Duration responseTime;

    /**
     * @param responseTime delay of each response
     * @param threads number of concurrent responses
     */
    WebhookServer(Duration responseTime, int threads) throws IOException {
        this.responseTime = responseTime;
        this.threads = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2_000);
        server.setExecutor(this.threads);
        server.createContext("/", this::take);
        server.start();
    }

    String url(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    /** From now on, posts to this path get no response. */
    void hang(String name) {
        hanging.add(name);
    }

    /** Switches between refusing all posts with status 503 and accepting them. */
    void refuse(boolean enabled) {
        refusing = enabled;
    }

    /** The number of refused posts. */
    int refused() {
        return refused.get();
    }

    /** Drops all posts that are still queued, as if they were lost in transit. */
    void dropQueued() {
        threads.getQueue().clear();
    }

    List<Post> posts() {
        return List.copyOf(posts);
    }

    List<Post> posts(String name) {
        return posts.stream().filter(post -> post.name().equals(name)).toList();
    }

    int count() {
        return posts.size();
    }

    private void take(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        if (hanging.contains(name)) {
            return; // leaves the exchange open
        }
        if (refusing) {
            refused.incrementAndGet();
            respond(exchange, 503);
            return;
        }
        JsonNode body = json.readTree(exchange.getRequestBody());
        pause();
        posts.add(new Post(name, String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")), body));
        respond(exchange, 204);
    }

    private static void respond(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(responseTime.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
