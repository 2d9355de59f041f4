package io.muster.gateway;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.client.PublisherSettings;
import io.muster.domain.AreaId;
import io.muster.domain.participant.NumericRefs;
import io.muster.domain.participant.ParticipantKey;
import io.muster.domain.statement.Statement;
import io.muster.gateway.auth.ApiKeys;
import io.muster.gateway.auth.AreaLocations;
import io.muster.gateway.auth.Areas;
import io.muster.gateway.auth.KeysFile;
import io.muster.gateway.body.BodyLimits;
import io.muster.gateway.http.GatewayServer;
import io.muster.gateway.send.StatementPublisher;
import io.muster.gateway.send.StatementSender;
import io.muster.http.Health;
import io.muster.http.ServerSettings;
import io.muster.http.loop.Loops;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway on a real port. It publishes statements to a list unless a test sets another publisher. */
final class RunningGateway implements AutoCloseable {

    static final Instant NOW = Instant.parse("2023-05-18T09:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(3);

    static final BodyLimits BODY = new BodyLimits(64 * 1024, 100, Duration.ofSeconds(2));
    static final GatewayLimits LIMITS = new GatewayLimits(BODY, 1 << 20, 1_000, 1_000);

    private static final String MINIMAL = """
            {"campaignId":"drive","participantRef":"%s","status":"ENROLLED","areaId":"%s","enrolledOn":"2023-05-18",\
            "recordedAt":"2023-05-18T08:30:00+07:00","source":"%s"}""";

    private final Path folder;
    private final KeysFile keysFile;
    private final ApiKeys keys;
    private final List<Statement> topic = new CopyOnWriteArrayList<>();
    private final String officeKey;
    private final Loops loops = new Loops();
    private final StatementSender sender;
    private final GatewayServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile StatementPublisher publishing = this::acknowledge;
    private volatile InstantSource clock = InstantSource.fixed(NOW);
    private volatile Health health = new Health(true, "READY");

    static RunningGateway start() throws IOException {
        return start(LIMITS, Optional.empty());
    }

    static RunningGateway start(GatewayLimits limits) throws IOException {
        return start(limits, Optional.empty());
    }

    static RunningGateway start(GatewayLimits limits, Optional<ParticipantKey> key) throws IOException {
        return new RunningGateway(limits, key);
    }

    private RunningGateway(GatewayLimits limits, Optional<ParticipantKey> key) throws IOException {
        folder = Files.createTempDirectory("gateway-test");
        keysFile = new KeysFile(folder.resolve("keys.json"));
        officeKey = key("office-1", "bac-giang");
        AreaLocations areas =
                Areas.tree("bac-giang", null, "yen-dung", "bac-giang", "nham-bien", "yen-dung", "hue", null);
        keys = ApiKeys.follow(keysFile, loops);
        sender = new StatementSender(statement -> publishing.send(statement), limits.unacknowledged(), PATIENCE, loops);
        GatewaySettings settings = new GatewaySettings(
                new ServerSettings(Optional.of("127.0.0.1"), 0, Optional.empty(), 5_000, Duration.ofSeconds(5)),
                PublisherSettings.to("nowhere:1", "http://nowhere:2"),
                keysFile.path(),
                key,
                limits,
                NumericRefs.REFUSED);
        server = GatewayAssembly.serve(
                settings,
                keys,
                areas,
                sender,
                () -> health,
                () -> clock.instant(),
                loops,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    /** A key for source office-1 and area bac-giang. */
    String key() {
        return officeKey;
    }

    /** A second key, which becomes valid when the gateway next reads its file. */
    String key(String source, String area) {
        return keysFile.add("office", List.of(source), List.of(new AreaId(area)), NOW)
                .reveal();
    }

    KeysFile keysFile() {
        return keysFile;
    }

    /** Acknowledged statements, in order. */
    List<Statement> topic() {
        return topic;
    }

    void publishTo(StatementPublisher other) {
        publishing = other;
    }

    void become(Health other) {
        health = other;
    }

    /** Makes the clock fail, to simulate a bug in the gateway. */
    void breakClock() {
        clock = () -> {
            throw new IllegalStateException("the clock is broken");
        };
    }

    CompletionStage<Void> acknowledge(Statement statement) {
        topic.add(statement);
        return CompletableFuture.completedFuture(null);
    }

    int port() {
        return server.port();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpRequest.Builder post(String key, String contentType, String body) {
        return request("/v1/enrollments")
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    /** A valid statement in JSON for {@link #key()}. */
    static String statement(String participant) {
        return statement(participant, "yen-dung", "office-1");
    }

    static String statement(String participant, String area, String source) {
        return MINIMAL.formatted(participant, area, source);
    }

    /** Kills a thread of the gateway. */
    void loseAThread() throws InterruptedException {
        loops.start("lost", loop -> {
            throw new NoSuchMethodError("on purpose");
        });
        loops.awaitDeath();
    }

    @Override
    public void close() {
        server.close();
        keys.close();
        sender.close();
    }
}
