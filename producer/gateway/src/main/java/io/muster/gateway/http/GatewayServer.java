package io.muster.gateway.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.muster.gateway.body.RefusedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server: its routes, its threads, its connections. */
public final class GatewayServer implements AutoCloseable {

    /** Every route, and which methods it has. */
    static final Map<String, String> ROUTES = Map.of(
            "/v1/enrollments", "POST",
            "/openapi.yaml", "GET, HEAD",
            "/openapi.json", "GET, HEAD",
            "/health/live", "GET, HEAD",
            "/health/ready", "GET, HEAD",
            "/metrics", "GET, HEAD");

    /** No request waits in a thread, so there need not be many, however many connections there are. */
    private static final int MAX_THREADS = 32;

    private static final int MIN_THREADS = 8;

    /** So much longer than anybody may take a connection may be silent: who is too slow is told so before it is closed. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** Of the time to drain: after it a connection is closed that is kept open for later, or whose body has come to a halt. */
    private static final int DRAIN_IDLE_SHARE = 5;

    private final ServerSettings settings;
    private final Duration longestRequest;
    private final QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    private final GracefulHandler requests = new GracefulHandler();
    private final Javalin server;

    /** What a probe is told: whether all is well, and in which state the gateway is. */
    public record Health(boolean ok, String state) {}

    /**
     * Starts to serve.
     *
     * @param longestRequest how long a request may take, its body or its answer
     * @throws PortTakenException if the port cannot be had
     * @throws TlsException if certificate or key cannot be used
     */
    public GatewayServer(
            ServerSettings settings,
            Duration longestRequest,
            EnrollmentsHandler enrollments,
            Supplier<Health> ready,
            PrometheusMeterRegistry meters,
            GatewayMetrics metrics) {
        this.settings = settings;
        this.longestRequest = longestRequest;
        threads.setName("gateway-http");
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.prefer405over404 = true;
            config.jetty.threadPool = threads;
            config.jetty.modifyServer(this::prepare);
            config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new ErrorAnswers()));
            config.jetty.addConnector(this::connector);
            routes(config, enrollments, ready, meters);
            failures(config);
            config.requestLogger.http((context, millis) -> {
                String route = AccessLog.route(context);
                AccessLog.write(context, route, millis);
                metrics.request(route, context.statusCode(), millis);
            });
        });
        metrics.gauge("requests.in.flight", "Requests under way", requests::getCurrentRequestCount);
        try {
            server.start();
        } catch (JavalinBindException e) {
            throw new PortTakenException(settings.port(), e);
        }
        metrics.gauge("connections", "Open connections", this::connections);
    }

    private void routes(
            JavalinConfig config,
            EnrollmentsHandler enrollments,
            Supplier<Health> ready,
            PrometheusMeterRegistry meters) {
        OpenApi openApi = new OpenApi();
        config.routes.post("/v1/enrollments", context -> enrollments.handle(context, threads));
        config.routes.get(
                "/openapi.yaml",
                context -> context.contentType("application/yaml").result(openApi.yaml()));
        config.routes.get(
                "/openapi.json",
                context -> context.contentType(Answers.JSON_TYPE).result(openApi.json()));
        config.routes.get(
                "/health/live",
                context -> health(context, new Health(true, ready.get().state())));
        config.routes.get("/health/ready", context -> health(context, ready.get()));
        config.routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(meters.scrape()));
    }

    private static void health(Context context, Health health) {
        Reply.json(health.ok() ? 200 : 503, Map.of("state", health.state())).to(context);
    }

    private static void failures(JavalinConfig config) {
        config.routes.exception(
                RefusedException.class, (e, context) -> Reply.of(e).to(context));
        config.routes.exception(HttpResponseException.class, (e, context) -> unrouted(context, e.getStatus()));
        config.routes.exception(
                Exception.class, (e, context) -> Failures.reply(e).to(context));
    }

    private static void unrouted(Context context, int status) {
        String methods = ROUTES.get(context.path());
        if (status == 405 && methods != null) {
            Reply.problem(status, "this path takes " + methods)
                    .with("Allow", methods)
                    .to(context);
        } else if (status == 404) {
            Reply.problem(status, "there is nothing here; see /openapi.yaml for what there is")
                    .to(context);
        } else {
            Reply.problem(status, "the request cannot be used").to(context);
        }
    }

    private void prepare(Server jetty) {
        jetty.insertHandler(requests);
        jetty.setErrorHandler(new ErrorAnswers());
        jetty.setStopTimeout(settings.drainWithin().toMillis());
        jetty.setStopAtShutdown(false);
    }

    private ServerConnector connector(Server jetty, HttpConfiguration configuration) {
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        ServerConnector connector = settings.tls()
                .map(files -> {
                    configuration.addCustomizer(new SecureRequestCustomizer(false));
                    return new ServerConnector(jetty, tls(files), http);
                })
                .orElseGet(() -> new ServerConnector(jetty, http));
        settings.host().ifPresent(connector::setHost);
        connector.setPort(settings.port());
        connector.setIdleTimeout(longestRequest.plus(SILENCE).toMillis());
        connector.setShutdownIdleTimeout(settings.drainWithin().toMillis() / DRAIN_IDLE_SHARE);
        connector.setAcceptQueueSize(Math.min(settings.maxConnections(), 4096));
        connector.addBean(new SlowStarters(connector.getScheduler()));
        connector.addBean(new NetworkConnectionLimit(settings.maxConnections(), connector));
        return connector;
    }

    private static SslContextFactory.Server tls(TlsFiles files) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        if (files instanceof TlsFiles.Pem pem) {
            factory.setKeyStore(TlsKeyStore.read(pem));
            factory.setKeyStorePassword(TlsKeyStore.MEMORY_PASSWORD);
        } else if (files instanceof TlsFiles.Pkcs12 file) {
            factory.setKeyStore(TlsKeyStore.read(file));
            factory.setKeyStorePassword(file.password());
        }
        return factory;
    }

    private int connections() {
        return Arrays.stream(server.jettyServer().server().getConnectors())
                .mapToInt(connector -> connector.getConnectedEndPoints().size())
                .sum();
    }

    /** The port it serves on. */
    public int port() {
        return server.port();
    }

    /** Takes no more connections, answers what is under way, and stops. */
    @Override
    public void close() {
        server.stop();
    }
}
