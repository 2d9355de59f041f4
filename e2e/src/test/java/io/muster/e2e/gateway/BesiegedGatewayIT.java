package io.muster.e2e.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.muster.contract.Connection;
import io.muster.contract.topic.Topics;
import io.muster.e2e.TopicReader;
import io.muster.e2e.backend.Backend;
import io.muster.e2e.backend.EmbeddedBackend;
import io.muster.e2e.process.GatewayInstance;
import io.muster.e2e.process.Launcher;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A gateway with 128 MB of heap keeps serving its clients while others attack it. */
class BesiegedGatewayIT {

    private static final Logger LOG = LoggerFactory.getLogger(BesiegedGatewayIT.class);
    private static final int CONNECTIONS = 2_000;
    private static final int HUNDRED_MEGABYTES = 100 << 20;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static Backend backend;
    private static GatewayInstance gateway;
    private static HttpOffice office;

    @BeforeAll
    static void start() throws Exception {
        backend = new EmbeddedBackend();
        Connection connection = backend.connection();
        HttpOffice.prepare(connection);
        Launcher muster = Launcher.in(folder).connectedTo(connection).with("MUSTER_OPTS", "-Xmx128m");
        Path keys = folder.resolve("keys.json");
        office = new HttpOffice(GatewayInstance.addKey(muster, keys, HttpOffice.SOURCE, HttpOffice.AREA));
        gateway = GatewayInstance.start(muster, keys, "--body-timeout=30s", "--rate=10000");
    }

    @AfterEach
    void requireThatOthersAreServed() throws Exception {
        UUID eventId = UUID.randomUUID();
        await().atMost(LIMIT)
                .until(() -> office.post(gateway.enrollments(), HttpOffice.statement(eventId))
                                .statusCode()
                        == 202);
        await().atMost(LIMIT).until(() -> gateway.metric("muster_gateway_held_bytes") == 0);
        assertThat(gateway.metric("muster_gateway_unacknowledged")).isZero();
        assertThat(gateway.process().err()).doesNotContain("OutOfMemory", "ERROR");
        LOG.warn("{} MB used by the JVM, heap and non-heap", (long) gateway.metric("jvm_memory_used_bytes") >> 20);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.process().terminate();
        int exitCode = gateway.process().awaitEnd(Duration.ofMinutes(1));
        gateway.close();
        backend.close();
        assertThat(exitCode).isZero();
    }

    @Test
    void shouldServeTwoThousandConnectionsAtTheSameTime() throws Exception {
        List<RawConnection> all = new ArrayList<>();
        List<UUID> sent = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                UUID eventId = UUID.randomUUID();
                sent.add(eventId);
                RawConnection connection = new RawConnection(gateway.port());
                all.add(connection);
                String body = HttpOffice.statement(eventId);
                connection.write(office.head("Content-Length: " + body.length()) + body.substring(0, 20));
            }
            await().atMost(LIMIT).until(() -> gateway.metric("muster_gateway_connections") >= CONNECTIONS);
            for (int i = 0; i < CONNECTIONS; i++) {
                all.get(i).write(HttpOffice.statement(sent.get(i)).substring(20));
            }
            for (RawConnection connection : all) {
                assertThat(connection.readHead()).startsWith("HTTP/1.1 202 ");
            }
        } finally {
            close(all);
        }
        Set<String> arrived = new TopicReader(backend.connection())
                .latest(Topics.ENROLLMENTS).values().stream()
                        .map(event -> event.get("eventId").toString())
                        .collect(Collectors.toSet());
        assertThat(arrived).containsAll(sent.stream().map(UUID::toString).toList());
        LOG.warn("{} concurrent connections: all answered 202, all statements on the topic", CONNECTIONS);
    }

    @Test
    void shouldCloseSlowConnections() throws Exception {
        List<RawConnection> heads = new ArrayList<>();
        List<RawConnection> bodies = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                heads.add(new RawConnection(gateway.port()));
                heads.get(i).write("POST /v1/enrollments HTTP/1.1\r\nX-Slow: ");
                bodies.add(new RawConnection(gateway.port()));
                bodies.get(i).write(office.head("Content-Length: 100000") + "{");
            }
            assertThat(office.post(gateway.enrollments(), HttpOffice.statement(UUID.randomUUID()))
                            .statusCode())
                    .isEqualTo(202);
            for (RawConnection connection : bodies) {
                assertThat(connection.readHead()).startsWith("HTTP/1.1 408 ");
            }
            for (RawConnection connection : heads) {
                assertThat(connection.readHead()).doesNotContain(" 202 ");
            }
        } finally {
            close(heads);
            close(bodies);
        }
        LOG.warn("500 slow bodies answered 408, 500 slow heads closed, others served meanwhile");
    }

    @Test
    void shouldNotBufferBodiesOfAHundredMegabytes() throws Exception {
        String piece = " ".repeat(1 << 16);
        int pieces = HUNDRED_MEGABYTES / piece.length();
        String chunk = "10000\r\n" + piece + "\r\n";
        List<Callable<String>> tries = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tries.add(() -> sendAll(office.head("Content-Length: " + HUNDRED_MEGABYTES), piece, pieces));
            tries.add(() -> sendAll(office.head("Transfer-Encoding: chunked"), chunk, pieces));
        }
        List<String> answers = together(tries);

        assertThat(answers).hasSize(16).allMatch(answer -> answer.startsWith("HTTP/1.1 413 "));
        LOG.warn("16 bodies of 100 MB answered 413");
    }

    @Test
    void shouldSurviveRequestsThatTryToExhaustMemory() throws Exception {
        String deep = "{\"a\":".repeat(150_000);
        String wide = "[" + "[],".repeat(340_000) + "[]]";
        String names = "{"
                + IntStream.range(0, 90_000).mapToObj(i -> "\"" + i + "\":0").collect(Collectors.joining(",")) + "}";
        String digits = "{\"version\":" + "9".repeat(1_000_000) + "}";
        String text = "{\"source\":\"" + "x".repeat(1_000_000) + "\"}";
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            for (String body : List.of(deep, wide, names, digits, text)) {
                tries.add(() -> office.post(gateway.enrollments(), "application/json", body)
                        .statusCode());
            }
        }
        List<Integer> answers = together(tries);

        assertThat(answers).hasSize(100).isSubsetOf(400, 413, 503);
        assertThat(answers).contains(400, 413);
        LOG.warn("100 bodies of 1 MB that are deep, wide or endless: {}", counted(answers));
    }

    @Test
    void shouldRejectManyRequestsWithoutAKeyOrWithInvalidBodies() throws Exception {
        HttpOffice stranger = new HttpOffice("mk_000000000000_" + "A".repeat(43));
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            tries.add(() -> stranger.post(gateway.enrollments(), HttpOffice.statement(UUID.randomUUID()))
                    .statusCode());
            tries.add(() -> office.post(gateway.enrollments(), "application/xml", "<a/>")
                    .statusCode());
        }
        List<Integer> answers = together(tries);

        assertThat(answers.stream().filter(status -> status == 401)).hasSize(500);
        assertThat(answers.stream().filter(status -> status == 415)).hasSize(500);
    }

    @Test
    void shouldSurviveManyLargeRequestsAtTheSameTime() throws Exception {
        List<Callable<HttpResponse<String>>> tries = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String body = IntStream.range(0, 1_000)
                    .mapToObj(n -> HttpOffice.statement(UUID.randomUUID()))
                    .collect(Collectors.joining("\n"));
            tries.add(() -> office.post(gateway.enrollments(), body));
        }
        List<Integer> answers =
                together(tries).stream().map(HttpResponse::statusCode).toList();

        assertThat(answers).isSubsetOf(202, 429, 503).contains(202);
        LOG.warn("60 requests of 1,000 statements at the same time: {}", counted(answers));
    }

    private static String sendAll(String head, String piece, int times) throws Exception {
        try (RawConnection connection = new RawConnection(gateway.port())) {
            connection.write(head);
            connection.writeAsLongAsItIsHeard(piece, times);
            return connection.readHead();
        }
    }

    private static <T> List<T> together(List<Callable<T>> tries) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(tries)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static String counted(List<Integer> answers) {
        return answers.stream()
                .collect(Collectors.groupingBy(status -> status, TreeMap::new, Collectors.counting()))
                .toString();
    }

    private static void close(List<RawConnection> connections) throws Exception {
        for (RawConnection connection : connections) {
            connection.close();
        }
    }
}
